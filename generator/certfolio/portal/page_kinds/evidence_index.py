"""The evidence index: every exhibit with its date, its validity, its clauses and its files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import Message, say, say_count, word
from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.link import (
    ClauseLink,
    FileLink,
    RecordLink,
    clause_link,
    file_link,
    link_to,
    record_link,
)
from certfolio.portal.proof_worth import proof_worth
from certfolio.portal.status import Status
from certfolio.records.evidence import Evidence


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One piece of evidence."""

    record: RecordLink
    type: Message
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


def pages(edition: Edition) -> Iterator[Page]:
    exhibits = edition.graph.all(Evidence)
    amount = _exhibits(len(exhibits))
    rows = tuple(_row(edition, evidence) for evidence in exhibits)
    view = EvidenceIndexView(say("Evidence index"), amount, rows)
    yield Page(address.EVIDENCE, "evidence_index.html", view)


def _exhibits(amount: int) -> Message:
    if amount == 0:
        return say("no exhibits")
    return say_count("{number} exhibit", "{number} exhibits", amount)


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
