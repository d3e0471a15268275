"""A whole standard as one document to print: statement, clauses, exhibits with their digests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.intake.collect import files_of
from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.clause_result import (
    DocumentedResult,
    OperatedResult,
    documented_result,
    operated_result,
)
from certfolio.portal.edition import Edition
from certfolio.portal.link import FileLink, RecordLink, clause_title, file_link, link_to
from certfolio.portal.register_order import in_register_order
from certfolio.portal.status import Status
from certfolio.portal.tally import StateCount, tally
from certfolio.readiness.coverage import ClauseState
from certfolio.records.part import Period
from certfolio.records.portal_settings import DeclaredStandard
from certfolio.records.record import Record
from certfolio.records.scope_statement import ScopeStatement
from certfolio.standards.catalogue import Catalogue, Clause


@dataclass(frozen=True, slots=True)
class PrintedClause:
    """A clause with its two results; a heading has none and only groups what follows."""

    number: str
    title: str
    anchor: str
    state: Status | None
    reason: str | None
    documented: DocumentedResult | None
    operated: OperatedResult | None


@dataclass(frozen=True, slots=True)
class PrintedRecord:
    """A document or exhibit that some clause names, once for the whole standard, with its files."""

    record: RecordLink
    status: Status
    version: str | None
    dated: date | None
    classification: Message
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class PrintedScope:
    """An approved scope statement that speaks for the standard."""

    record: RecordLink
    version: str
    text: str
    approved_on: date | None


@dataclass(frozen=True, slots=True)
class PrintedStandardView:
    """Everything of one standard, in the order in which it is read on paper."""

    title: Message
    name: str
    full_title: str
    edition: str
    standard_href: str
    certificate_scope: str
    audit_period: Period
    certification_body: str | None
    scopes: tuple[PrintedScope, ...]
    counts: tuple[StateCount, ...]
    clauses: tuple[PrintedClause, ...]
    records: tuple[PrintedRecord, ...]


def pages(edition: Edition) -> Iterator[Page]:
    for declared in edition.graph.settings.standards:
        view = _view(edition, declared, edition.graph.standards.catalogues[declared.standard])
        yield Page(address.printed(declared.standard), "printed_standard.html", view)


def _view(
    edition: Edition, declared: DeclaredStandard, catalogue: Catalogue
) -> PrintedStandardView:
    settings = edition.graph.settings
    return PrintedStandardView(
        title=say("{standard}, whole", standard=catalogue.name),
        name=catalogue.name,
        full_title=catalogue.title,
        edition=catalogue.edition,
        standard_href=address.standard(catalogue.id),
        certificate_scope=declared.certificate_scope,
        audit_period=settings.audit_period,
        certification_body=settings.certification_body,
        scopes=tuple(_scopes(edition, declared.standard)),
        counts=tally(edition, catalogue),
        clauses=tuple(_clause(edition, catalogue, clause) for clause in catalogue.clauses),
        records=tuple(_records(edition, catalogue)),
    )


def _scopes(edition: Edition, standard: str) -> Iterator[PrintedScope]:
    for scope in edition.graph.all(ScopeStatement):
        if scope.status == "approved" and standard in scope.standards:
            link = link_to(edition, scope)
            yield PrintedScope(link, scope.version, scope.text, scope.approved_on)


def _clause(edition: Edition, catalogue: Catalogue, clause: Clause) -> PrintedClause:
    coverage = edition.coverage.get(clause.ref)
    unknown = Status(ClauseState.NOT_ASSESSED.value) if clause.is_demand else None
    return PrintedClause(
        number=clause.ref.number,
        title=clause_title(catalogue, clause),
        anchor=f"clause-{clause.ref.number.lower().replace('.', '-')}",
        state=Status(coverage.state.value) if coverage else unknown,
        reason=coverage.reason if coverage else None,
        documented=documented_result(edition, coverage) if coverage else None,
        operated=operated_result(edition, coverage) if coverage else None,
    )


def _records(edition: Edition, catalogue: Catalogue) -> Iterator[PrintedRecord]:
    for record in in_register_order(_named(edition, catalogue)):
        yield PrintedRecord(
            record=link_to(edition, record),
            status=Status(record.status),
            version=getattr(record, "version", None),
            dated=getattr(record, "dated", None) or getattr(record, "approved_on", None),
            classification=wording.LEVELS[record.classification],
            files=tuple(file_link(edition, record, entry) for entry in files_of(record)),
        )


def _named(edition: Edition, catalogue: Catalogue) -> Iterable[Record]:
    """Return every record that one of the two results of a clause names, each once."""
    found: dict[str, Record] = {}
    for clause in catalogue.clauses:
        coverage = edition.coverage.get(clause.ref)
        if coverage is not None:
            documented, operated = coverage.documented, coverage.operated
            for support in (
                *documented.effective,
                *documented.others,
                *operated.current,
                *operated.stale,
                *operated.not_accepted,
            ):
                found.setdefault(support.record.id, support.record)
    return found.values()
