"""The matrix the other way: every document and every proof with the clauses that it supports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.clause import ClauseRef
from certfolio.model.message import say, word
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import ClauseWhy
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet, Option, facet
from certfolio.portal.link import RecordLink, clause_link, link_to
from certfolio.portal.record_facet import family_facet, owner_facet
from certfolio.portal.sort_key import sort_key
from certfolio.portal.status import Status
from certfolio.portal.table_tool import Column, TableTool, column, table_tool
from certfolio.records.document import Document
from certfolio.records.evidence import Evidence
from certfolio.records.policy import Policy
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES, type_of
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
    tool: TableTool


def pages(edition: Edition) -> Iterator[Page]:
    for catalogue in edition.graph.standards.catalogues.values():
        records = [r for r in _in_order(edition) if _supports(catalogue, r)]
        view = MatrixByRecordView(
            title=say("Matrix of {standard} by record", standard=catalogue.name),
            standard=catalogue.name,
            standard_href=address.standard(catalogue.id),
            matrix_href=address.matrix(catalogue.id),
            rows=tuple(_row(edition, catalogue, record) for record in records),
            unused=tuple(_unused(edition, catalogue)),
            tool=table_tool(
                edition,
                f"matrix-{catalogue.id}-by-record",
                _columns(catalogue, records),
                _facets(edition, catalogue, records),
            ),
        )
        yield Page(address.matrix_by_record(catalogue.id), "matrix_by_record.html", view)


def _supports(catalogue: Catalogue, record: Record) -> tuple[ClauseRef, ...]:
    return tuple(s.clause for s in record.clauses if s.clause.standard == catalogue.id)


def _columns(catalogue: Catalogue, records: Sequence[Record]) -> tuple[Column, ...]:
    return (
        column("id", say("Record"), (sort_key(record.id) for record in records)),
        column("status", say("Status"), (sort_key(record.status) for record in records)),
        column("supports", say("Supports"), (sort_key(_supports(catalogue, r)) for r in records)),
    )


def _facets(edition: Edition, catalogue: Catalogue, records: Sequence[Record]) -> tuple[Facet, ...]:
    kinds = [(_kind(record),) for record in records]
    statuses = [
        (Option(r.status, word("state", r.status), sort_key(r.status) or ()),) for r in records
    ]
    return (
        facet("kind", say("Kind"), say("none named"), kinds),
        facet("status", say("Status"), say("none named"), statuses),
        family_facet(edition, [_supports(catalogue, record) for record in records]),
        owner_facet(edition, records),
    )


def _kind(record: Record) -> Option:
    row = type_of(record)
    return Option(row.name, row.noun, (0, RECORD_TYPES.index(row)))


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
