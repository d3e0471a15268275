"""The matrix the other way: every document and every proof with the clauses that it supports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import ClauseWhy
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, clause_link, link_to
from certfolio.portal.status import Status
from certfolio.records.document import Document
from certfolio.records.evidence import Evidence
from certfolio.records.policy import Policy
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.standards.catalogue import Catalogue

_ALWAYS = (Policy, Document, Evidence)


@dataclass(frozen=True, slots=True)
class SupportingRecord:
    """A record and what it supports in the standard, each with the reason."""

    record: RecordLink
    noun: str
    status: Status
    clauses: tuple[ClauseWhy, ...]


@dataclass(frozen=True, slots=True)
class MatrixByRecordView:
    """Records that support the standard, and documents and proof that support no clause at all."""

    title: str
    standard: str
    standard_href: str
    matrix_href: str
    rows: tuple[SupportingRecord, ...]
    unused: tuple[SupportingRecord, ...]


def pages(edition: Edition) -> Iterator[Page]:
    for catalogue in edition.graph.standards.catalogues.values():
        rows = [_row(edition, catalogue, record) for record in _in_order(edition)]
        view = MatrixByRecordView(
            title=f"Matrix of {catalogue.name} by record",
            standard=catalogue.name,
            standard_href=address.standard(catalogue.id),
            matrix_href=address.matrix(catalogue.id),
            rows=tuple(row for row in rows if row.clauses),
            unused=tuple(_unused(edition, catalogue)),
        )
        yield Page(address.matrix_by_record(catalogue.id), "matrix_by_record.html", view)


def _in_order(edition: Edition) -> Iterable[Record]:
    """Documents first, then proof, then everything else that supports a clause."""
    for kind in _ALWAYS:
        yield from edition.graph.all(kind)
    yield from (record for record in edition.graph.records if not isinstance(record, _ALWAYS))


def _row(edition: Edition, catalogue: Catalogue, record: Record) -> SupportingRecord:
    clauses = tuple(
        ClauseWhy(clause_link(edition, support.clause), support.why)
        for support in record.clauses
        if support.clause.standard == catalogue.id
    )
    noun = type_of(record).noun
    return SupportingRecord(link_to(edition, record), noun, Status(record.status), clauses)


def _unused(edition: Edition, catalogue: Catalogue) -> Iterator[SupportingRecord]:
    for kind in _ALWAYS:
        for record in edition.graph.all(kind):
            if not record.clauses:
                yield _row(edition, catalogue, record)
