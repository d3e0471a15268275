"""A page for each clause: what documents it and what proves it is operated, as two results."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from certfolio.linking.graph import Support
from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say, word
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.clause_mention import ClauseMention, Mentions, clause_mentions
from certfolio.portal.clause_result import (
    DocumentedResult,
    OperatedResult,
    SupportRow,
    documented_result,
    operated_result,
    support_rows,
)
from certfolio.portal.clause_row import ClauseRow, clause_row
from certfolio.portal.edition import Edition
from certfolio.portal.finding_list import FindingList, findings_of_clause
from certfolio.portal.left_out import has_list
from certfolio.portal.link import ClauseLink, RecordLink, clause_link, clause_title, link_to
from certfolio.portal.person_duty import Duty, owners
from certfolio.portal.status import Status
from certfolio.readiness.coverage import ClauseCoverage
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding
from certfolio.records.gap_item import GapItem
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.records.soa_entry import SoaEntry
from certfolio.standards.catalogue import Catalogue, Clause
from certfolio.standards.joined import join

_DEMANDS = MappingProxyType(
    {
        "maintain": say("Asks for documented information to be maintained."),
        "retain": say("Asks for documented information to be retained as evidence."),
        "both": say("Asks for documented information to be maintained and retained."),
    }
)
_CONDITIONS = MappingProxyType(
    {
        "extent_necessary": say("To the extent the organization finds necessary."),
        "if_applicable": say("Where it applies."),
        "organization_determined": say("Where the organization decides so."),
        "if_control_applicable": say("Where the control is applicable."),
    }
)


@dataclass(frozen=True, slots=True)
class SoaDecision:
    """What the statement of applicability says of a control."""

    record: RecordLink
    status: Status
    decision: Message
    justification: str


@dataclass(frozen=True, slots=True)
class RecordMention:
    """A record that names the clause in a field of its own."""

    record: RecordLink
    noun: Message
    status: Status
    field: Message


@dataclass(frozen=True, slots=True)
class ClauseResults:
    """The two results of a clause that asks for something, and who answers for them."""

    state: Status
    reason: str | None
    documented: DocumentedResult
    operated: OperatedResult
    others: tuple[SupportRow, ...]
    people: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """Everything on the page of a clause; a heading has no results and lists what is below it."""

    title: str
    number: str
    name: str
    standard: str
    kind: str
    theme: str | None
    asks: tuple[str, ...]
    results: ClauseResults | None
    readiness: FindingList | None
    soa: tuple[SoaDecision, ...]
    gaps: tuple[RecordMention, ...] | None
    findings: tuple[RecordMention, ...] | None
    mentions: tuple[RecordMention, ...]
    joined: tuple[ClauseRow, ...]
    below: tuple[ClauseRow, ...]
    previous: ClauseLink | None
    next: ClauseLink | None


@dataclass(frozen=True, slots=True)
class _Context:
    """What is worked out once for all clauses."""

    edition: Edition
    mentions: Mentions
    joined: Mapping[ClauseRef, tuple[Clause, ...]]


def pages(edition: Edition) -> Iterator[Page]:
    joined = {
        clause.ref: tuple(other for other in line.clauses if other.ref != clause.ref)
        for line in join(edition.graph.standards)
        for clause in line.clauses
    }
    context = _Context(edition, clause_mentions(edition), joined)
    for catalogue in edition.graph.standards.catalogues.values():
        for index, clause in enumerate(catalogue.clauses):
            view = _view(context, catalogue, index)
            yield Page(address.clause(clause.ref), "clause.html", view)


def _view(context: _Context, catalogue: Catalogue, index: int) -> ClauseView:
    edition, clause = context.edition, catalogue.clauses[index]
    mentioned = context.mentions.get(clause.ref, ())
    return ClauseView(
        title=say(
            "{standard}, {number} {title}",
            standard=catalogue.name,
            number=clause.ref.number,
            title=clause_title(catalogue, clause),
        ),
        number=clause.ref.number,
        name=clause_title(catalogue, clause),
        standard=catalogue.name,
        kind=clause.kind,
        theme=clause.theme,
        asks=_asks(clause),
        results=_results(edition, clause),
        readiness=findings_of_clause(edition, str(clause.ref)),
        soa=_decisions(edition, mentioned),
        gaps=_rows(edition, mentioned, GapItem) if has_list(edition, "gap-item") else None,
        findings=(
            _rows(edition, mentioned, Finding, CorrectiveAction)
            if has_list(edition, "finding", "corrective-action")
            else None
        ),
        mentions=_others(edition, mentioned),
        joined=tuple(clause_row(edition, c) for c in context.joined.get(clause.ref, ())),
        below=tuple(clause_row(edition, c) for c in catalogue.clauses if c.parent == clause.ref),
        previous=_neighbour(edition, catalogue, index - 1),
        next=_neighbour(edition, catalogue, index + 1),
    )


def _asks(clause: Clause) -> tuple[str, ...]:
    sentences = (
        _DEMANDS.get(clause.documented_information or ""),
        _CONDITIONS.get(clause.condition or ""),
        clause.note,
        None if clause.title_source == "standard" else say("The short title is ours."),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _results(edition: Edition, clause: Clause) -> ClauseResults | None:
    coverage = edition.coverage.get(clause.ref)
    if coverage is None:
        return None
    supports = _counted(coverage)
    return ClauseResults(
        state=Status(coverage.state.value),
        reason=coverage.reason,
        documented=documented_result(edition, coverage),
        operated=operated_result(edition, coverage),
        others=support_rows(edition, coverage.others),
        people=owners(edition, (support.record for support in supports)),
    )


def _counted(coverage: ClauseCoverage) -> tuple[Support, ...]:
    documented, operated = coverage.documented, coverage.operated
    return (
        *documented.effective,
        *documented.others,
        *operated.current,
        *operated.stale,
        *operated.not_accepted,
        *coverage.others,
    )


def _decisions(edition: Edition, mentioned: Iterable[ClauseMention]) -> tuple[SoaDecision, ...]:
    entries = (m.record for m in mentioned if isinstance(m.record, SoaEntry))
    return tuple(
        SoaDecision(
            record=link_to(edition, entry),
            status=Status(entry.status),
            decision=word("state", "applicable" if entry.applicable else "not applicable"),
            justification=entry.justification,
        )
        for entry in entries
    )


def _rows(
    edition: Edition, mentioned: Iterable[ClauseMention], *kinds: type[Record]
) -> tuple[RecordMention, ...]:
    return tuple(
        _row(edition, mention) for mention in mentioned if isinstance(mention.record, kinds)
    )


def _others(edition: Edition, mentioned: Iterable[ClauseMention]) -> tuple[RecordMention, ...]:
    own = (SoaEntry, GapItem, Finding, CorrectiveAction)
    return tuple(_row(edition, m) for m in mentioned if not isinstance(m.record, own))


def _row(edition: Edition, mention: ClauseMention) -> RecordMention:
    record = mention.record
    noun = type_of(record).noun
    return RecordMention(link_to(edition, record), noun, Status(record.status), mention.field)


def _neighbour(edition: Edition, catalogue: Catalogue, index: int) -> ClauseLink | None:
    if not 0 <= index < len(catalogue.clauses):
        return None
    return clause_link(edition, catalogue.clauses[index].ref)
