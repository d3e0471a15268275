"""The people: what each does, and everything each answers for."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, link_to, record_link
from certfolio.portal.status import Status
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.person import Person
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class OwnedRecords:
    """The records of one type that a person owns."""

    label: Message
    records: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with function, roles, competence and what the person owns."""

    record: RecordLink
    status: Status
    function: str
    department: str
    roles: tuple[RecordLink, ...]
    competence: tuple[RecordLink, ...]
    owned: tuple[OwnedRecords, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Everybody in the edition."""

    title: str
    rows: tuple[PersonRow, ...]
    register_href: str


def pages(edition: Edition) -> Iterator[Page]:
    owned: dict[str, list[Record]] = {}
    for record in edition.graph.records:
        owned.setdefault(record.owner, []).append(record)
    competence: dict[str, list[Record]] = {}
    for entry in edition.graph.all(CompetenceRecord):
        competence.setdefault(entry.person, []).append(entry)
    rows = tuple(
        _row(edition, person, owned.get(person.id, []), competence.get(person.id, []))
        for person in edition.graph.all(Person)
    )
    view = PeopleView(say("People and their duties"), rows, address.register("person"))
    yield Page(address.PEOPLE, "people.html", view)


def _row(
    edition: Edition, person: Person, owned: list[Record], competence: list[Record]
) -> PersonRow:
    return PersonRow(
        record=link_to(edition, person),
        status=Status(person.status),
        function=person.function,
        department=person.department,
        roles=tuple(record_link(edition, id) for id in person.roles),
        competence=tuple(link_to(edition, record) for record in competence),
        owned=tuple(_owned(edition, owned)),
    )


def _owned(edition: Edition, records: list[Record]) -> Iterator[OwnedRecords]:
    for row in RECORD_TYPES:
        links = tuple(link_to(edition, r) for r in records if isinstance(r, row.record))
        if links and row.record is not Person:
            yield OwnedRecords(row.plural, links)
