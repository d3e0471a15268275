"""The stops of the tour: how long, what for, and which records to look at."""

from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.portal.edition import Edition
from certfolio.portal.tour import look


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop: a step of certification, the minutes for it, and why an auditor stops there."""

    number: int
    title: Message
    minutes: int
    why: Message
    looks: tuple[look.Look, ...]


def stops(edition: Edition) -> tuple[Stop, ...]:
    """Return the seven stops, thirty minutes in all."""
    return (
        Stop(
            1,
            say("Scope and gap analysis"),
            4,
            say("What is to be certified, where it ends, and what was missing at the beginning."),
            tuple(look.scope(edition)),
        ),
        Stop(
            2,
            say("Awareness and training"),
            3,
            say("Whether people know what they answer for, and whether anybody checked."),
            tuple(look.training(edition)),
        ),
        Stop(
            3,
            say("Processes and documents"),
            6,
            say("How the organization says it works, clause by clause."),
            tuple(look.documents(edition)),
        ),
        Stop(
            4,
            say("Implementation"),
            6,
            say("Whether it works that way: one clause from its document to its proof."),
            tuple(look.proof(edition)),
        ),
        Stop(
            5,
            say("Internal audit"),
            5,
            say("Whether the organization finds its own faults and puts an end to them."),
            tuple(look.audits(edition)),
        ),
        Stop(
            6,
            say("Management review"),
            3,
            say("Whether those who lead looked at all of it and decided something."),
            tuple(look.review(edition)),
        ),
        Stop(
            7,
            say("Certification audit"),
            3,
            say("What is planned with the certification body, and what it found before."),
            tuple(look.certification(edition)),
        ),
    )
