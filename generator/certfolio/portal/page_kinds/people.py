"""The people: what each does, and everything each answers for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.left_out import left_out
from certfolio.portal.link import RecordLink, link_to, record_link
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.pictures.placed import picture_of
from certfolio.portal.record_facet import facet_of
from certfolio.portal.sort_key import field_key, sort_key
from certfolio.portal.status import Status
from certfolio.portal.table_tool import Column, TableTool, column, table_tool
from certfolio.records.competence_record import CompetenceRecord
from certfolio.records.person import TYPE, Person
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
    tool: TableTool
    picture: Picture | None


def pages(edition: Edition) -> Iterator[Page]:
    if address.PEOPLE in left_out(edition):
        return
    owned: dict[str, list[Record]] = {}
    for record in edition.graph.records:
        owned.setdefault(record.owner, []).append(record)
    competence: dict[str, list[Record]] = {}
    for entry in edition.graph.all(CompetenceRecord):
        competence.setdefault(entry.person, []).append(entry)
    people = edition.graph.all(Person)
    rows = tuple(
        _row(edition, person, owned.get(person.id, []), competence.get(person.id, []))
        for person in people
    )
    facets = (
        facet_of(edition, people, "status", say("Status")),
        facet_of(edition, people, "department", say("Department")),
        facet_of(edition, people, "site", say("Site")),
        facet_of(edition, people, "roles", say("Roles")),
    )
    view = PeopleView(
        title=say("People and their duties"),
        rows=rows,
        register_href=address.register(TYPE.name),
        picture=picture_of(edition, "competence-record"),
        tool=table_tool(edition, "people", _columns(people, rows), facets),
    )
    yield Page(address.PEOPLE, "people.html", view)


def _columns(people: Sequence[Person], rows: Sequence[PersonRow]) -> tuple[Column, ...]:
    def own(name: str, label: str) -> Column:
        return column(name, label, (field_key(person, name) for person in people))

    amounts = [sum(len(group.records) for group in row.owned) for row in rows]
    return (
        own("id", say("Person")),
        own("status", say("Status")),
        own("function", say("Function")),
        own("roles", say("Roles")),
        column("competence", say("Competence"), (sort_key(len(r.competence)) for r in rows)),
        column("owned", say("Answers for"), map(sort_key, amounts)),
    )


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
