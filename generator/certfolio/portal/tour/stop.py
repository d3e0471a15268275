"""The stops of the tour: how long, what for, and which records to look at."""

from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.portal.edition import Edition
from certfolio.portal.tour import looks as to_see
from certfolio.portal.tour.look import Look


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop: a step of certification, the minutes for it, and why an auditor stops there."""

    number: int
    title: Message
    minutes: int
    why: Message
    looks: tuple[Look, ...]


def stops(edition: Edition) -> tuple[Stop, ...]:
    """Return the seven stops, thirty minutes in all."""
    return (
        Stop(
            1,
            say("Scope and gap analysis"),
            4,
            say("What is to be certified, where it ends, and what was missing at the beginning."),
            tuple(to_see.scope(edition)),
        ),
        Stop(
            2,
            say("Awareness and training"),
            3,
            say("Whether people know what they answer for, and whether anybody checked."),
            tuple(to_see.training(edition)),
        ),
        Stop(
            3,
            say("Processes and documents"),
            6,
            say("How the organization says it works, clause by clause."),
            tuple(to_see.documents(edition)),
        ),
        Stop(
            4,
            say("Implementation"),
            6,
            say("Whether it works that way: one clause from its document to its proof."),
            tuple(to_see.proof(edition)),
        ),
        Stop(
            5,
            say("Internal audit"),
            5,
            say("Whether the organization finds its own faults and puts an end to them."),
            tuple(to_see.audits(edition)),
        ),
        Stop(
            6,
            say("Management review"),
            3,
            say("Whether those who lead looked at all of it and decided something."),
            tuple(to_see.review(edition)),
        ),
        Stop(
            7,
            say("Certification audit"),
            3,
            say("What is planned with the certification body, and what it found before."),
            tuple(to_see.certification(edition)),
        ),
    )
