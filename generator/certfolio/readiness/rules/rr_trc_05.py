"""Is it decided for every clause that asks under a condition whether the condition is met?

Some records are asked for only where the situation exists, or only as far as they are needed. If
nobody wrote down which case applies, a missing record looks the same as an unnecessary one, and
the auditor has to find out.
"""

from collections.abc import Iterator

from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import answerable
from certfolio.readiness.case import Case
from certfolio.readiness.clause_decision import Decided, clause_decisions
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.readiness.left_out import left_out
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.scope_statement import ScopeStatement
from certfolio.standards.catalogue import Clause

_CONDITIONS = ("if_applicable", "extent_necessary")


def check(case: Case) -> Iterator[ReadinessFinding]:
    decisions, owners, others = clause_decisions(case.graph), _owners(case.graph), answerable(case)
    conditional = [c for c in case.coverage.values() if c.clause.condition in _CONDITIONS]
    for coverage in conditional:
        ref = coverage.clause.ref
        owner = owners.get(ref.standard) or others.get(ref, case.top_management)
        yield _judged(coverage, decisions.get(ref, ()), owner)
    if not conditional:
        yield RULE.not_applicable(
            PORTAL, say("No declared standard asks for anything conditionally.")
        )


def _owners(graph: RecordGraph) -> dict[str, str]:
    """Return the owner of the scope statement of each standard."""
    return {
        standard: scope.owner
        for scope in graph.all(ScopeStatement)
        if scope.status != "superseded"
        for standard in scope.standards
    }


def _judged(
    coverage: ClauseCoverage, decided: tuple[Decided, ...], owner: str | None
) -> ReadinessFinding:
    clause, ref = coverage.clause, coverage.clause.ref
    if coverage.state is ClauseState.NOT_APPLICABLE:
        return RULE.not_applicable(clause, left_out(coverage))
    approved = [decision for decision in decided if decision.is_approved]
    if len({decision.applies for decision in approved}) > 1:
        contradicting = say("{ids} decide differently on {ref}.", ids=_ids(approved), ref=ref)
        return RULE.gap(clause, contradicting, owner=approved[0].scope.owner)
    if approved:
        told = (
            say("{ids} says that the condition of {ref} applies.", ids=_ids(approved), ref=ref)
            if approved[0].applies
            else say(
                "{ids} says that the condition of {ref} does not apply.",
                ids=_ids(approved),
                ref=ref,
            )
        )
        return RULE.met(clause, told, owner=approved[0].scope.owner)
    if decided:
        waiting = say(
            "{ref} is decided only in {ids}, which is not approved.", ref=ref, ids=_ids(decided)
        )
        return RULE.partly_met(clause, waiting, owner=decided[0].scope.owner)
    return RULE.gap(clause, _undecided(clause), owner=owner)


def _undecided(clause: Clause) -> Message:
    if clause.condition == "if_applicable":
        return say(
            "{clause} asks only where the situation exists, and no scope statement decides on it.",
            clause=clause.ref,
        )
    return say(
        "{clause} asks only as far as it is needed, and no scope statement decides on it.",
        clause=clause.ref,
    )


def _ids(decided: list[Decided] | tuple[Decided, ...]) -> Listing:
    return Listing([decision.scope.id for decision in decided])


RULE = Rule(
    id="RR-TRC-05",
    severity=Severity.MINOR,
    source="7.5.1",
    needs=("decisions of scope statements",),
    text=__doc__,
    check=check,
)
