"""What is recorded of people for the requirements of their roles (7.2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import word
from certfolio.portal.edition import Edition
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.person import Person
from certfolio.records.role import Role

STATES = {
    "solid": word("picture", "competent"),
    "hatched": word("picture", "competent but running out before the last audit day"),
    "late": word("picture", "expired"),
    "dotted": word("picture", "in progress"),
    "open": word("picture", "required"),
    "none": word("picture", "waived"),
    "unknown": word("picture", "nothing recorded"),
}
LETTERS = {"late": "!", "none": "w", "unknown": "?"}


@dataclass(frozen=True, slots=True, eq=False)
class Requirement:
    """A column: what a role asks for; each is made once, and told from others by being it."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """What is recorded of a person for a requirement; without a record nothing is."""

    person: Person
    requirement: Requirement
    record: CompetenceRecord | None
    style: str


def holdings(edition: Edition) -> Iterator[Held]:
    """Yield every requirement that somebody has, by role, in the order of the roles."""
    people = [person for person in edition.graph.all(Person) if person.status != "left"]
    records = edition.graph.all(CompetenceRecord)
    for role in edition.graph.all(Role):
        own = [record for record in records if record.role == role.id]
        for requirement in _requirements(role, own):
            for person in people:
                found = [r for r in own if r.person == person.id and _fits(r, requirement)]
                for record in found:
                    yield Held(person, requirement, record, _style(edition, record))
                if not found and role.id in person.roles:
                    yield Held(person, requirement, None, "unknown")


def _requirements(role: Role, records: Sequence[CompetenceRecord]) -> Iterator[Requirement]:
    texts = [needed.requirement for needed in role.competence]
    if len(texts) != 1:
        texts += [record.requirement for record in records]
    for text in dict.fromkeys(_flat(text) for text in texts):
        yield Requirement(role, text)


def _fits(record: CompetenceRecord, requirement: Requirement) -> bool:
    """Whether a record is about a requirement; the only one of a role may be in other words."""
    return len(requirement.role.competence) == 1 or _flat(record.requirement) == requirement.text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _style(edition: Edition, record: CompetenceRecord) -> str:
    ends = record.valid_until
    if record.status == "expired" or (
        record.status == "competent" and ends is not None and ends < edition.as_of
    ):
        return "late"
    if record.status == "competent":
        return "hatched" if ends is not None and ends < _last_day(edition) else "solid"
    return {"in progress": "dotted", "required": "open"}.get(record.status, "none")


def _last_day(edition: Edition) -> date:
    planned = edition.graph.settings.planned
    days = (planned.stage_1, planned.stage_2, planned.decision)
    return max((day for day in days if day), default=edition.as_of)
