"""Does every supported clause rest on something made for it, not only on a text for everything?

A manual that speaks for half the standard proves none of it in particular. Auditors accept such a
text as an introduction and then ask for the document or the exhibit about the one clause.
"""

from collections.abc import Iterator

from certfolio.linking.graph import Support
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import Answerable, answerable
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.record import Record


def check(case: Case) -> Iterator[ReadinessFinding]:
    owners = answerable(case)
    breadth = {record.id: _breadth(record) for record in case.graph.records if record.clauses}
    limit = case.threshold("clauses_per_item")
    supported = [coverage for coverage in case.coverage.values() if _is_supported(coverage)]
    for coverage in supported:
        yield _judged(coverage, breadth, limit, owners)
    if not supported:
        yield RULE.not_assessed(
            PORTAL, say("No effective document and no accepted evidence supports a clause yet.")
        )


def _breadth(record: Record) -> int:
    return len({support.clause for support in record.clauses})


def _counting(coverage: ClauseCoverage) -> tuple[Support, ...]:
    operated = coverage.operated
    return (*coverage.documented.effective, *operated.current, *operated.stale)


def _is_supported(coverage: ClauseCoverage) -> bool:
    return coverage.state is not ClauseState.NOT_APPLICABLE and bool(_counting(coverage))


def _judged(
    coverage: ClauseCoverage, breadth: dict[str, int], limit: int, owners: Answerable
) -> ReadinessFinding:
    clause = coverage.clause
    ids = list(dict.fromkeys(support.record.id for support in _counting(coverage)))
    close = [id for id in ids if breadth[id] <= limit]
    owner = owners.get(clause.ref)
    if close:
        because = say_count(
            "{clause} is supported by {close}, made for {number} clause or fewer.",
            "{clause} is supported by {close}, made for {number} clauses or fewer.",
            limit,
            clause=clause.ref,
            close=Listing(close),
        )
        return RULE.met(clause, because, owner=owner)
    broad = Listing(
        [
            say_count("{id} ({number} clause)", "{id} ({number} clauses)", breadth[id], id=id)
            for id in ids
        ]
    )
    because = say_count(
        "{clause} is supported only by {broad}; more than {number} clause are too many for one.",
        "{clause} is supported only by {broad}; more than {number} clauses are too many for one.",
        limit,
        clause=clause.ref,
        broad=broad,
    )
    return RULE.gap(clause, because, owner=owner)


RULE = Rule(
    id="RR-TRC-04",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("clauses that records support",),
    text=__doc__,
    check=check,
)
