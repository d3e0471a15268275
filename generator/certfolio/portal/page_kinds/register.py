"""A register for each record type without one of its own making: every record as a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address, labels, wording
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.left_out import left_out
from certfolio.portal.link import RecordLink, link_to, record_link
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.pictures.placed import picture_of
from certfolio.portal.record_facet import record_facets
from certfolio.portal.register_column import columns
from certfolio.portal.sort_key import field_key
from certfolio.portal.status import Status
from certfolio.portal.table_tool import Column, TableTool, column, table_tool
from certfolio.portal.value import Value
from certfolio.records.evidence import TYPE as EVIDENCE
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import RECORD_TYPES
from certfolio.records.soa_entry import TYPE as SOA_ENTRY


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A record with the values of the register's columns."""

    record: RecordLink
    status: Status
    owner: RecordLink
    cells: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All records of one type."""

    title: str
    amount: Message
    rows: tuple[RegisterRow, ...]
    tool: TableTool
    picture: Picture | None


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the registers of all types but those that the audience leaves out."""
    gone = left_out(edition)
    for row in RECORD_TYPES:
        path = address.register(row.name)
        if row not in (EVIDENCE, SOA_ENTRY) and path not in gone:
            yield Page(path, "register.html", _view(edition, row))


def _view(edition: Edition, row: RecordType) -> RegisterView:
    records = edition.graph.all(row.record)
    name = address.register(row.name).removesuffix(".html")
    return RegisterView(
        title=row.plural,
        amount=wording.records(len(records)),
        rows=tuple(_row(edition, record, columns(row)) for record in records),
        picture=picture_of(edition, row.name),
        tool=table_tool(
            edition, name, _columns(edition, row, records), record_facets(edition, records)
        ),
    )


def _columns(edition: Edition, row: RecordType, records: tuple[Record, ...]) -> tuple[Column, ...]:
    def own(name: str, label: str) -> Column:
        return column(name, label, (field_key(record, name) for record in records))

    return (
        own("id", row.noun),
        own("status", say("Status")),
        *(own(name, labels.label(edition.labels, row.name, name)) for name in columns(row)),
        own("owner", say("Owner")),
    )


def _row(edition: Edition, record: Record, names: tuple[str, ...]) -> RegisterRow:
    read = reader(edition, record)
    return RegisterRow(
        record=link_to(edition, record),
        status=Status(record.status),
        owner=record_link(edition, record.owner),
        cells=tuple(read.value(getattr(record, name), f"/{name}") for name in names),
    )
