"""Is everything documented that a standard asks to have documented?

A few clauses ask for a document whatever the organization looks like. The auditor has that list at
hand in stage 1 and asks for each; a draft, or one that has been withdrawn, is no answer.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import answerable
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.readiness.force import why_not_in_force
from certfolio.readiness.rule import Rule
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.scope_statement import ScopeStatement

_ASKING = ("maintain", "both")


def check(case: Case) -> Iterator[ReadinessFinding]:
    owners = answerable(case)
    for ref, covered in case.coverage.items():
        clause = covered.clause
        if clause.documented_information in _ASKING and clause.condition is None:
            yield _judged(case, covered, owners.get(ref))


def _judged(case: Case, covered: ClauseCoverage, owner: str | None) -> ReadinessFinding:
    clause = covered.clause
    number = clause.ref.number
    if covered.state is ClauseState.NOT_APPLICABLE:
        because = say("{number} does not apply: {reason}", number=number, reason=covered.reason)
        return RULE.not_applicable(clause, because, owner=owner)
    effective = [support.record for support in covered.documented.effective]
    if effective:
        ids = Listing([record.id for record in effective])
        because = say("{number} is documented in {ids}.", number=number, ids=ids)
        return RULE.met(clause, because, owner=effective[0].owner)
    reasons = [
        why_not_in_force(support.record, case.as_of)
        for support in covered.documented.others
        if isinstance(support.record, ControlledDocument | ScopeStatement)
    ]
    if reasons:
        because = say(
            "No document for {number} is in force: {reasons}.",
            number=number,
            reasons=Listing(reasons),
        )
        return RULE.gap(clause, because, owner=covered.documented.others[0].record.owner)
    return RULE.gap(
        clause, say("No document names {number}, which asks for one.", number=number), owner=owner
    )


RULE = Rule(
    id="RR-DOC-01",
    severity=Severity.MAJOR,
    source="7.5.1 and the clause",
    needs=("documents, policies and scope statements in force", "their links to clauses"),
    text=__doc__,
    check=check,
)
