"""The two results of a clause, documented and operated, in words and rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.linking.graph import Support
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
    noun: str
    status: Status
    dated: str | None
    why: str
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentedResult:
    """Whether the clause is documented: a word, a sentence, the documents."""

    state: Status
    sentence: str
    rows: tuple[SupportRow, ...]


@dataclass(frozen=True, slots=True)
class OperatedResult:
    """Whether the clause is operated: a word, a sentence, the figures and the proof."""

    state: Status
    sentence: str
    figures: tuple[tuple[str, str], ...]
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
        sentence=_sentence(effective, "effective document"),
        rows=(
            *support_rows(edition, documented.effective),
            *support_rows(edition, documented.others, "does not count: not effective"),
        ),
    )


def operated_result(edition: Edition, coverage: ClauseCoverage) -> OperatedResult:
    operated = coverage.operated
    return OperatedResult(
        state=Status(_operated_word(coverage)),
        sentence=_sentence(len(operated.current), "accepted and current proof"),
        figures=_figures(coverage),
        rows=(
            *support_rows(edition, operated.current),
            *support_rows(edition, operated.stale, "does not count: no longer current"),
            *support_rows(edition, operated.not_accepted, "does not count: not accepted"),
        ),
    )


def support_rows(
    edition: Edition, supports: Iterable[Support], remark: str | None = None
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


def _figures(coverage: ClauseCoverage) -> tuple[tuple[str, str], ...]:
    operated = coverage.operated
    return (
        ("First proof", operated.first.isoformat() if operated.first else "none"),
        ("Last proof", operated.last.isoformat() if operated.last else "none"),
        ("In the last 3 months", str(operated.last_3_months)),
        ("In the last 6 months", str(operated.last_6_months)),
        ("In the last 12 months", str(operated.last_12_months)),
        (
            "Promised interval",
            wording.interval(operated.promised) if operated.promised else "none promised",
        ),
        ("Longest interval seen", _seen(operated)),
    )


def _seen(operated: Operated) -> str:
    if operated.seen_days is not None:
        return wording.count(operated.seen_days, "day")
    return "one promised proof so far" if operated.promised else "nothing to compare"


def _dated(record: Record) -> str | None:
    dated = getattr(record, "dated", None) or getattr(record, "approved_on", None)
    return dated.isoformat() if dated else None


def _sentence(amount: int, noun: str) -> str:
    if amount == 0:
        return f"No {noun} supports this clause."
    return f"{wording.count(amount, noun)} {'supports' if amount == 1 else 'support'} this clause."
