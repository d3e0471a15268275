"""The two results of a clause, documented and operated, in words and rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certfolio.linking.graph import Support
from certfolio.model.message import Message, say, say_count
from certfolio.portal import wording
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, link_to
from certfolio.portal.status import Status
from certfolio.readiness.coverage import ClauseCoverage, ClauseState, Operated
from certfolio.records.record import Record
from certfolio.records.record_types import type_of


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A record that speaks for the clause, with its reason; `remark` says why it does not count."""

    record: RecordLink
    noun: Message
    status: Status
    dated: date | None
    why: str
    remark: Message | None = None


@dataclass(frozen=True, slots=True)
class DocumentedResult:
    """Whether the clause is documented: a word, a sentence, the documents."""

    state: Status
    sentence: Message
    rows: tuple[SupportRow, ...]


@dataclass(frozen=True, slots=True)
class OperatedResult:
    """Whether the clause is operated: a word, a sentence, the figures and the proof."""

    state: Status
    sentence: Message
    figures: tuple[tuple[Message, object], ...]
    rows: tuple[SupportRow, ...]


def documented_result(edition: Edition, coverage: ClauseCoverage) -> DocumentedResult:
    documented = coverage.documented
    effective = len(documented.effective)
    if effective:
        word = "documented"
    elif coverage.state is ClauseState.NOT_APPLICABLE:
        word = "not applicable"
    else:
        word = "no effective document" if documented.others else "no document"
    return DocumentedResult(
        state=Status(word),
        sentence=_documented_sentence(effective),
        rows=(
            *support_rows(edition, documented.effective),
            *support_rows(edition, documented.others, say("does not count: not effective")),
        ),
    )


def operated_result(edition: Edition, coverage: ClauseCoverage) -> OperatedResult:
    operated = coverage.operated
    return OperatedResult(
        state=Status(_operated_word(coverage)),
        sentence=_operated_sentence(len(operated.current)),
        figures=_figures(coverage),
        rows=(
            *support_rows(edition, operated.current),
            *support_rows(edition, operated.stale, say("does not count: no longer current")),
            *support_rows(edition, operated.not_accepted, say("does not count: not accepted")),
        ),
    )


def support_rows(
    edition: Edition, supports: Iterable[Support], remark: Message | None = None
) -> tuple[SupportRow, ...]:
    return tuple(
        SupportRow(
            record=link_to(edition, support.record),
            noun=type_of(support.record).noun,
            status=Status(support.record.status),
            dated=_dated(support.record),
            why=support.why,
            remark=remark,
        )
        for support in supports
    )


def _operated_word(coverage: ClauseCoverage) -> str:
    operated = coverage.operated
    if operated.current:
        return "operated"
    if coverage.state is ClauseState.NOT_APPLICABLE:
        return "not applicable"
    if operated.stale:
        return "proof stale"
    return "no accepted proof" if operated.not_accepted else "no proof"


def _figures(coverage: ClauseCoverage) -> tuple[tuple[Message, object], ...]:
    operated = coverage.operated
    return (
        (say("First proof"), operated.first or say("none")),
        (say("Last proof"), operated.last or say("none")),
        (say("In the last 3 months"), operated.last_3_months),
        (say("In the last 6 months"), operated.last_6_months),
        (say("In the last 12 months"), operated.last_12_months),
        (
            say("Promised interval"),
            wording.interval(operated.promised) if operated.promised else say("none promised"),
        ),
        (say("Longest interval seen"), _seen(operated)),
    )


def _seen(operated: Operated) -> Message:
    if operated.seen_days is not None:
        return wording.days(operated.seen_days)
    return say("one promised proof so far") if operated.promised else say("nothing to compare")


def _dated(record: Record) -> date | None:
    return getattr(record, "dated", None) or getattr(record, "approved_on", None)


def _documented_sentence(amount: int) -> Message:
    if amount == 0:
        return say("No effective document supports this clause.")
    return say_count(
        "{number} effective document supports this clause.",
        "{number} effective documents support this clause.",
        amount,
    )


def _operated_sentence(amount: int) -> Message:
    if amount == 0:
        return say("No accepted and current proof supports this clause.")
    return say_count(
        "{number} accepted and current proof supports this clause.",
        "{number} accepted and current proofs support this clause.",
        amount,
    )
