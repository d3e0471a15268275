"""Is there a record, not only a procedure, wherever a standard asks for records?

A procedure says what should happen; the requirement asks for proof that it did. Auditors ask for
filled forms, logs, minutes and certificates, and a text that promises them is no answer. A clause
that asks under a condition counts from the day the scope statement says that the condition is met.
"""

from collections.abc import Iterator

from certfolio.linking.graph import RecordGraph, Support
from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import answerable
from certfolio.readiness.case import Case
from certfolio.readiness.clause_decision import clause_decisions
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.readiness.left_out import left_out
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence
from certfolio.standards.catalogue import Clause

_HEARSAY = {"interview note", "observation"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    owners, conditions = answerable(case), _conditions_met(case.graph)
    asking = [c for c in case.coverage.values() if _asks_for_records(c.clause, conditions)]
    for coverage in asking:
        yield _judged(coverage, owners.get(coverage.clause.ref, case.top_management))
    if not asking:
        yield RULE.not_applicable(
            PORTAL, say("No declared standard asks for records unconditionally.")
        )


def _conditions_met(graph: RecordGraph) -> frozenset[ClauseRef]:
    return frozenset(
        ref
        for ref, decided in clause_decisions(graph).items()
        if any(decision.is_approved and decision.applies for decision in decided)
    )


def _asks_for_records(clause: Clause, conditions: frozenset[ClauseRef]) -> bool:
    is_asked = clause.condition is None or clause.ref in conditions
    return (
        clause.kind == "requirement"
        and clause.documented_information in {"retain", "both"}
        and is_asked
    )


def _judged(coverage: ClauseCoverage, owner: str | None) -> ReadinessFinding:
    clause, operated = coverage.clause, coverage.operated
    ref = clause.ref
    if coverage.state is ClauseState.NOT_APPLICABLE:
        return RULE.not_applicable(clause, left_out(coverage))
    records = [support for support in operated.current if not _is_hearsay(support)]
    if records:
        return RULE.met(
            clause, say("{ref} is proved by {ids}.", ref=ref, ids=_ids(records)), owner=owner
        )
    if operated.current:
        only = say(
            "{ref} is supported only by what somebody said or saw: {ids}.",
            ref=ref,
            ids=_ids(operated.current),
        )
        return RULE.partly_met(clause, only, owner=owner)
    if operated.stale:
        only = say(
            "{ref} is proved only by what is no longer current: {ids}.",
            ref=ref,
            ids=_ids(operated.stale),
        )
        return RULE.partly_met(clause, only, owner=owner)
    return RULE.gap(
        clause,
        say("{ref} asks for records, and {instead}.", ref=ref, instead=_instead(coverage)),
        owner=owner,
    )


def _is_hearsay(support: Support) -> bool:
    return isinstance(support.record, Evidence) and support.record.type in _HEARSAY


def _instead(coverage: ClauseCoverage) -> Message:
    if coverage.documented.effective:
        return say(
            "there is only {ids}, no accepted evidence", ids=_ids(coverage.documented.effective)
        )
    if coverage.operated.not_accepted:
        return say(
            "what there is was not accepted: {ids}", ids=_ids(coverage.operated.not_accepted)
        )
    return say("no evidence names it")


def _ids(supports: list[Support] | tuple[Support, ...]) -> Listing:
    return Listing(dict.fromkeys(support.record.id for support in supports))


RULE = Rule(
    id="RR-TRC-02",
    severity=Severity.MAJOR,
    source="7.5.1 and the clause itself",
    needs=("clauses that evidence supports", "types of evidence", "decisions of scope statements"),
    text=__doc__,
    check=check,
)
