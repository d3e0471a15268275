"""The evidence index: every exhibit with its date, its validity, its clauses and its files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import Message, say, say_count, word
from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet, Option, facet
from certfolio.portal.left_out import left_out
from certfolio.portal.link import (
    ClauseLink,
    FileLink,
    RecordLink,
    clause_link,
    file_link,
    link_to,
    record_link,
)
from certfolio.portal.pictures.picture import Picture
from certfolio.portal.pictures.placed import picture_of
from certfolio.portal.proof_worth import proof_worth
from certfolio.portal.record_facet import record_facets
from certfolio.portal.sort_key import SortKey, field_key, sort_key
from certfolio.portal.status import Status
from certfolio.portal.table_tool import Column, TableTool, column, table_tool
from certfolio.records.evidence import Evidence


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One piece of evidence."""

    record: RecordLink
    type: str
    status: Status
    worth: Status
    dated: date
    period: Message | None
    valid_until: date | None
    owner: RecordLink
    clauses: tuple[ClauseLink, ...]
    files: tuple[FileLink, ...]
    available_on_site: str | None


@dataclass(frozen=True, slots=True)
class EvidenceIndexView:
    """All evidence of the edition."""

    title: str
    amount: Message
    rows: tuple[ExhibitRow, ...]
    tool: TableTool
    picture: Picture | None


def pages(edition: Edition) -> Iterator[Page]:
    if address.EVIDENCE in left_out(edition):
        return
    exhibits = edition.graph.all(Evidence)
    rows = tuple(_row(edition, evidence) for evidence in exhibits)
    view = EvidenceIndexView(
        title=say("Evidence index"),
        amount=say_count("{number} exhibit", "{number} exhibits", len(exhibits)),
        rows=rows,
        picture=picture_of(edition, "evidence"),
        tool=table_tool(edition, "evidence", _columns(exhibits), _facets(edition, exhibits, rows)),
    )
    yield Page(address.EVIDENCE, "evidence_index.html", view)


def _row(edition: Edition, evidence: Evidence) -> ExhibitRow:
    period = evidence.period
    return ExhibitRow(
        record=link_to(edition, evidence),
        type=word("value", evidence.type),
        status=Status(evidence.status),
        worth=proof_worth(edition, evidence).state,
        dated=evidence.dated,
        period=wording.span(period.begins, period.ends) if period else None,
        valid_until=evidence.valid_until,
        owner=record_link(edition, evidence.owner),
        clauses=tuple(clause_link(edition, support.clause) for support in evidence.clauses),
        files=tuple(file_link(edition, evidence, entry) for entry in evidence.files),
        available_on_site=evidence.available_on_site,
    )


def _columns(exhibits: Sequence[Evidence]) -> tuple[Column, ...]:
    def own(name: str, label: str) -> Column:
        return column(name, label, (field_key(evidence, name) for evidence in exhibits))

    return (
        own("id", say("Exhibit")),
        own("status", say("Status")),
        own("dated", say("Date")),
        own("valid_until", say("Valid until")),
        column("clauses", say("Clauses"), (_clauses(evidence) for evidence in exhibits)),
        own("files", say("Files")),
        own("type", say("Type")),
        own("period", say("Period covered")),
        own("owner", say("Owner")),
    )


def _clauses(evidence: Evidence) -> SortKey | None:
    return sort_key(tuple(support.clause for support in evidence.clauses))


def _facets(
    edition: Edition, exhibits: Sequence[Evidence], rows: Sequence[ExhibitRow]
) -> tuple[Facet, ...]:
    status, *others = record_facets(edition, exhibits) or (None,)
    if status is None:
        return ()
    worth = [(Option(str(row.worth.word), row.worth.word, (0, row.worth.word)),) for row in rows]
    return (status, facet("worth", say("As proof"), say("none named"), worth), *others)
