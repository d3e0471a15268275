"""Works out for every clause what documents it and what proves that it is operated."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from certfolio.linking.graph import RecordGraph, Support
from certfolio.readiness.applicability import Decisions, decisions
from certfolio.readiness.coverage import (
    ClauseCoverage,
    ClauseState,
    Coverage,
    Documented,
    Operated,
)
from certfolio.readiness.interval import DAYS, months_before
from certfolio.readiness.support import Standing, is_document, is_effective, last_day, standing
from certfolio.records.evidence import Evidence
from certfolio.records.part import Period
from certfolio.standards.catalogue import Clause


def cover(graph: RecordGraph, as_of: date) -> Coverage:
    """Return the coverage of every clause that asks for something, in the standards' order."""
    decided = decisions(graph)
    return MappingProxyType(
        {
            clause.ref: _cover(clause, graph, decided, as_of)
            for catalogue in graph.standards.catalogues.values()
            for clause in catalogue.demands
        }
    )


def _cover(clause: Clause, graph: RecordGraph, decided: Decisions, as_of: date) -> ClauseCoverage:
    supports = graph.supports(clause.ref)
    documented = _documented(supports, as_of)
    operated = _operated(supports, as_of, graph.settings.audit_period)
    state, reason = _state(clause, documented, operated, decided)
    others = tuple(
        support
        for support in supports
        if not is_document(support.record) and not isinstance(support.record, Evidence)
    )
    return ClauseCoverage(clause, state, documented, operated, reason, others)


def _state(
    clause: Clause, documented: Documented, operated: Operated, decided: Decisions
) -> tuple[ClauseState, str | None]:
    if clause.ref in decided.left_out:
        return ClauseState.NOT_APPLICABLE, decided.left_out[clause.ref]
    if operated.current:
        return ClauseState.OPERATING, None
    if operated.stale:
        return ClauseState.PROOF_STALE, None
    if documented.effective:
        return ClauseState.DOCUMENTED_ONLY, None
    if clause.ref in decided.not_assessed:
        return ClauseState.NOT_ASSESSED, decided.not_assessed[clause.ref]
    return ClauseState.GAP, None


def _documented(supports: Sequence[Support], as_of: date) -> Documented:
    documents = [support for support in supports if is_document(support.record)]
    return Documented(
        effective=tuple(s for s in documents if is_effective(s.record, as_of)),
        others=tuple(s for s in documents if not is_effective(s.record, as_of)),
    )


def _operated(supports: Sequence[Support], as_of: date, period: Period) -> Operated:
    groups: dict[Standing, list[Support]] = {standing: [] for standing in Standing}
    for support in supports:
        if isinstance(support.record, Evidence):
            groups[standing(support.record, as_of, period)].append(support)
    accepted = list(_exhibits(groups[Standing.CURRENT] + groups[Standing.STALE]))
    days = sorted(min(last_day(exhibit), as_of) for exhibit in accepted)
    promises = [exhibit for exhibit in accepted if exhibit.interval is not None]
    return Operated(
        current=tuple(groups[Standing.CURRENT]),
        stale=tuple(groups[Standing.STALE]),
        not_accepted=tuple(groups[Standing.NOT_ACCEPTED]),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        last_3_months=_since(days, as_of, 3),
        last_6_months=_since(days, as_of, 6),
        last_12_months=_since(days, as_of, 12),
        promised=_shortest(promises),
        seen_days=_longest_distance(promises),
    )


def _exhibits(supports: Iterable[Support]) -> Iterable[Evidence]:
    return (support.record for support in supports if isinstance(support.record, Evidence))


def _since(days: Sequence[date], as_of: date, months: int) -> int:
    begin = months_before(as_of, months)
    return sum(begin < day <= as_of for day in days)


def _shortest(promises: Sequence[Evidence]) -> str | None:
    intervals = [exhibit.interval for exhibit in promises if exhibit.interval is not None]
    return min(intervals, key=lambda interval: DAYS[interval], default=None)


def _longest_distance(promises: Sequence[Evidence]) -> int | None:
    days = sorted(last_day(exhibit) for exhibit in promises)
    return max(((later - earlier).days for earlier, later in pairwise(days)), default=None)
