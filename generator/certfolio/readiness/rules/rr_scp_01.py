"""Does each standard have one approved scope statement that names its sites?

The certificate repeats the scope word for word, and stage 1 is planned from it. Without one
approved text, or with two, nobody can say what the system covers and what the auditor is to look
at.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.force import scopes_in_force, why_not_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import listed
from certfolio.records.scope_statement import ScopeStatement
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        found = scopes_in_force(case, catalogue.id)
        if len(found) == 1:
            yield _judged(found[0], catalogue)
        else:
            yield _several(found, catalogue) if found else _absent(case, catalogue)


def _judged(scope: ScopeStatement, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "4.3")
    begin = f"{scope.id}, version {scope.version}, is in force for {catalogue.name}"
    lacking = [
        what
        for what, value in (("approver", scope.approved_by), ("site", scope.sites))
        if not value
    ]
    if lacking:
        return RULE.partly_met(
            scope, f"{begin} and names no {' and no '.join(lacking)}.", clauses=clauses
        )
    sentence = (
        f"{begin} since {scope.effective_on}, approved by {scope.approved_by}, "
        f"and names {listed(scope.sites)}."
    )
    return RULE.met(scope, sentence, clauses=clauses)


def _several(found: tuple[ScopeStatement, ...], catalogue: Catalogue) -> ReadinessFinding:
    ids = listed([scope.id for scope in found])
    return RULE.gap(
        catalogue,
        f"{ids} are in force for {catalogue.name} at the same time; a certificate rests on one.",
        owner=found[-1].owner,
        clauses=refs_below(catalogue, "4.3"),
    )


def _absent(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    others = [
        scope
        for scope in case.graph.all(ScopeStatement)
        if serves(scope, catalogue.id) and scope.status != "superseded"
    ]
    begin = f"No scope statement for {catalogue.name} is"
    reasons = listed([why_not_in_force(scope, case.as_of) for scope in others]) if others else ""
    return RULE.gap(
        catalogue,
        f"{begin} in force: {reasons}." if others else f"{begin} recorded.",
        owner=others[0].owner if others else None,
        clauses=refs_below(catalogue, "4.3"),
    )


RULE = Rule(
    id="RR-SCP-01",
    severity=Severity.BLOCKER,
    source="4.3; 17021-1 8.2.2",
    needs=("scope statements", "sites"),
    text=__doc__,
    check=check,
)
