"""Is every requirement that is left out one that may be left out, with a reason?

Leaving a requirement out is the quickest way to a smaller system, and the first thing an auditor
doubts. Some standards allow it where the result for the customer does not suffer, others not at
all; a reason must show which case it is.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import scopes_in_force
from certfolio.readiness.rule import Rule
from certfolio.records.process import Process
from certfolio.records.scope_statement import NotApplicable, ScopeStatement
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        found = scopes_in_force(case, catalogue.id)
        if not found:
            yield RULE.not_assessed(
                catalogue,
                say(
                    "No scope statement in force says what of {standard} is left out.",
                    standard=catalogue.name,
                ),
            )
        for scope in found:
            yield from _of(case, scope, catalogue)


def _of(case: Case, scope: ScopeStatement, catalogue: Catalogue) -> Iterator[ReadinessFinding]:
    entries = [entry for entry in scope.not_applicable if entry.clause.standard == catalogue.id]
    if not entries:
        yield RULE.met(
            scope,
            say(
                "{scope} leaves no requirement of {standard} out.",
                scope=scope.id,
                standard=catalogue.name,
            ),
            clauses=(),
        )
    for entry in entries:
        yield _judged(case, scope, entry, catalogue)


def _judged(
    case: Case, scope: ScopeStatement, entry: NotApplicable, catalogue: Catalogue
) -> ReadinessFinding:
    clause = catalogue.clause(entry.clause.number)
    leaving_out = case.expected(catalogue.id).leaving_out
    ref, owner = entry.clause, scope.owner
    processes = _carrying_out(case, ref)
    if clause is not None and clause.kind == "control":
        because = say(
            "{scope} leaves out {clause} of {standard}, a control; the statement of "
            "applicability decides on controls.",
            scope=scope.id,
            clause=entry.clause.number,
            standard=catalogue.name,
        )
        return RULE.gap(ref, because, owner=owner)
    if leaving_out == "never":
        because = say(
            "{scope} leaves out {clause} of {standard}, which allows no requirement to "
            "be left out.",
            scope=scope.id,
            clause=entry.clause.number,
            standard=catalogue.name,
        )
        return RULE.gap(ref, because, owner=owner)
    if not entry.reason.strip():
        return RULE.gap(
            ref,
            say(
                "{scope} leaves out {clause} of {standard} without a reason.",
                scope=scope.id,
                clause=entry.clause.number,
                standard=catalogue.name,
            ),
            owner=owner,
        )
    if processes:
        because = say(
            "{scope} leaves out {clause} of {standard}, yet it is said to be carried "
            "out by {processes}.",
            scope=scope.id,
            clause=entry.clause.number,
            standard=catalogue.name,
            processes=Listing(processes),
        )
        return RULE.partly_met(ref, because, owner=owner)
    if leaving_out == "ask the body":
        because = say(
            "{scope} leaves out {clause} of {standard} with a reason; whether it may, "
            "the certification body has to say.",
            scope=scope.id,
            clause=entry.clause.number,
            standard=catalogue.name,
        )
        return RULE.not_assessed(ref, because, owner=owner)
    return RULE.met(
        ref,
        say(
            "{scope} leaves out {clause} of {standard} with a reason: {reason}",
            scope=scope.id,
            clause=entry.clause.number,
            standard=catalogue.name,
            reason=entry.reason,
        ),
        owner=owner,
    )


def _carrying_out(case: Case, ref: ClauseRef) -> list[str]:
    return [
        support.record.id
        for support in case.graph.supports(ref)
        if isinstance(support.record, Process) and support.record.status != "retired"
    ]


RULE = Rule(
    id="RR-SCP-02",
    severity=Severity.MAJOR,
    source="9001 4.3; 27001 1",
    needs=("scope statements", "requirements left out with their reasons"),
    text=__doc__,
    check=check,
)
