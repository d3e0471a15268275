"""Does each standard have one approved scope statement that names its sites?

The certificate repeats the scope word for word, and stage 1 is planned from it. Without one
approved text, or with two, nobody can say what the system covers and what the auditor is to look
at.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.force import scopes_in_force, why_not_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
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
    lacking = [
        lack
        for lack, value in (
            (say("no approver"), scope.approved_by),
            (say("no site"), scope.sites),
        )
        if not value
    ]
    if lacking:
        return RULE.partly_met(
            scope,
            say(
                "{scope}, version {version}, is in force for {standard} and names {lacking}.",
                scope=scope.id,
                version=scope.version,
                standard=catalogue.name,
                lacking=Listing(lacking),
            ),
            clauses=clauses,
        )
    sentence = say(
        "{scope}, version {version}, is in force for {standard} since "
        "{effective_on}, approved by {approved_by}, and names {sites}.",
        scope=scope.id,
        version=scope.version,
        standard=catalogue.name,
        effective_on=scope.effective_on,
        approved_by=scope.approved_by,
        sites=Listing(scope.sites),
    )
    return RULE.met(scope, sentence, clauses=clauses)


def _several(found: tuple[ScopeStatement, ...], catalogue: Catalogue) -> ReadinessFinding:
    ids = Listing([scope.id for scope in found])
    return RULE.gap(
        catalogue,
        say(
            "{ids} are in force for {standard} at the same time; a certificate rests on one.",
            ids=ids,
            standard=catalogue.name,
        ),
        owner=found[-1].owner,
        clauses=refs_below(catalogue, "4.3"),
    )


def _absent(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    others = [
        scope
        for scope in case.graph.all(ScopeStatement)
        if serves(scope, catalogue.id) and scope.status != "superseded"
    ]
    return RULE.gap(
        catalogue,
        say(
            "No scope statement for {standard} is in force: {reasons}.",
            standard=catalogue.name,
            reasons=Listing([why_not_in_force(scope, case.as_of) for scope in others]),
        )
        if others
        else say("No scope statement for {standard} is recorded.", standard=catalogue.name),
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
