"""Judges whether a person shows one competence that a role asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from certfolio.model.message import Message, say, word
from certfolio.readiness.case import Case
from certfolio.readiness.renewal import renewal_under_way
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.role import CompetenceRequirement, Role


class Held(Enum):
    """How far a competence is shown, from good to bad."""

    SHOWN = 0
    UNPROVED = 1
    MISSING = 2


@dataclass(frozen=True, slots=True)
class Holding:
    """The state of one competence, and the words that tell it inside a sentence."""

    held: Held
    told: Message


def holding(
    case: Case, role: Role, requirement: CompetenceRequirement, records: Sequence[CompetenceRecord]
) -> Holding:
    """Judge the person's records of the role against one requirement.

    Where the role asks for one thing only, every record of the role is about that.
    """
    fitting = [r for r in records if len(role.competence) == 1 or _is_about(r, requirement)]
    for record in fitting:
        if _is_valid(case, record):
            return _shown(role, record)
    for record in fitting:
        renewal = renewal_under_way(case, record)
        if renewal is not None:
            return Holding(
                Held.SHOWN,
                say(
                    "{record} for {role} is {state}, with {renewal}",
                    record=record.id,
                    role=role.id,
                    state=_state(case, record),
                    renewal=renewal,
                ),
            )
    if fitting:
        last = fitting[-1]
        return Holding(
            Held.MISSING,
            say(
                "{last} for {role} is {state}, and nothing is under way in time",
                last=last.id,
                role=role.id,
                state=_state(case, last),
            ),
        )
    return Holding(
        Held.MISSING,
        say(
            "nothing shows “{requirement}” for {role}",
            requirement=requirement.requirement,
            role=role.id,
        ),
    )


def _is_about(record: CompetenceRecord, requirement: CompetenceRequirement) -> bool:
    return _words(record.requirement) == _words(requirement.requirement)


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _is_valid(case: Case, record: CompetenceRecord) -> bool:
    if record.status == "waived":
        return True
    is_obtained = record.obtained_on is not None and record.obtained_on <= case.as_of
    is_lasting = record.valid_until is None or record.valid_until >= case.as_of
    return record.status == "competent" and is_obtained and is_lasting


def _shown(role: Role, record: CompetenceRecord) -> Holding:
    if record.status == "waived":
        return Holding(
            Held.SHOWN,
            say(
                "{record} waives “{requirement}” for {role}",
                record=record.id,
                requirement=record.requirement,
                role=role.id,
            ),
        )
    if not record.evidence:
        return Holding(
            Held.UNPROVED,
            say("{record} for {role} names no evidence", record=record.id, role=role.id),
        )
    return Holding(
        Held.SHOWN,
        (
            say(
                "{record} holds for {role} until {valid_until}",
                record=record.id,
                role=role.id,
                valid_until=record.valid_until,
            )
            if record.valid_until
            else say("{record} holds for {role} without an end", record=record.id, role=role.id)
        ),
    )


def _state(case: Case, record: CompetenceRecord) -> Message:
    if record.obtained_on is not None and record.obtained_on > case.as_of:
        return say("dated {obtained_on}", obtained_on=record.obtained_on)
    if record.status in {"competent", "expired"} and record.valid_until is not None:
        return say("no longer valid after {valid_until}", valid_until=record.valid_until)
    return word("state", record.status)
