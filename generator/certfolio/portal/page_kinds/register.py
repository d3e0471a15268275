"""A register for each record type without one of its own making: every record as a row."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message
from certfolio.model.page import Page
from certfolio.portal import address, labels, wording
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.link import RecordLink, link_to, record_link
from certfolio.portal.register_column import columns
from certfolio.portal.status import Status
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
    noun: Message
    amount: Message
    columns: tuple[Message, ...]
    rows: tuple[RegisterRow, ...]


def pages(edition: Edition) -> Iterator[Page]:
    for row in RECORD_TYPES:
        if row not in (EVIDENCE, SOA_ENTRY):
            yield Page(address.register(row.name), "register.html", _view(edition, row))


def _view(edition: Edition, row: RecordType) -> RegisterView:
    names = columns(row)
    records = edition.graph.all(row.record)
    return RegisterView(
        title=row.plural,
        noun=row.noun,
        amount=wording.records(len(records)),
        columns=tuple(labels.label(edition.labels, row.name, name) for name in names),
        rows=tuple(_row(edition, record, names) for record in records),
    )


def _row(edition: Edition, record: Record, names: tuple[str, ...]) -> RegisterRow:
    read = reader(edition, record)
    return RegisterRow(
        record=link_to(edition, record),
        status=Status(record.status),
        owner=record_link(edition, record.owner),
        cells=tuple(read.value(getattr(record, name), f"/{name}") for name in names),
    )
