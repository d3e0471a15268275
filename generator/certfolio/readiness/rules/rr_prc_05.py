"""Is every clause on operation carried out by a process?

Auditors sample operation by process. A clause that no process takes on is a clause that nobody
carries out, whatever the documents say about it.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.keyed_clause import below
from certfolio.readiness.rule import Rule
from certfolio.records.process import Process
from certfolio.standards.catalogue import Catalogue, Clause


def check(case: Case) -> Iterator[ReadinessFinding]:
    takers: dict[ClauseRef, list[str]] = {}
    for process in case.graph.all(Process):
        if process.status in {"operating", "changing"}:
            for support in process.clauses:
                takers.setdefault(support.clause, []).append(process.id)
    if not takers:
        yield RULE.not_assessed(
            "portal", say("No process in operation names the clauses it carries out.")
        )
        return
    for catalogue in case.catalogues:
        for clause in below(catalogue, "8"):
            yield _judged(case, clause, _taken(catalogue, clause, takers))


def _taken(catalogue: Catalogue, clause: Clause, takers: dict[ClauseRef, list[str]]) -> list[str]:
    """Return the processes of the clause; one that takes on a heading takes on all below it."""
    found: list[str] = []
    at: Clause | None = clause
    while at is not None:
        found += takers.get(at.ref, [])
        at = catalogue.clause(at.parent.number) if at.parent else None
    return list(dict.fromkeys(found))


def _judged(case: Case, clause: Clause, processes: list[str]) -> ReadinessFinding:
    covered = case.coverage.get(clause.ref)
    if covered is not None and covered.state is ClauseState.NOT_APPLICABLE:
        reason = (covered.reason or "").rstrip(".")
        return RULE.not_applicable(
            clause, say("{clause} does not apply: {reason}.", clause=clause.ref, reason=reason)
        )
    if processes:
        return RULE.met(
            clause,
            say(
                "{clause} is carried out by {processes}.",
                clause=clause.ref,
                processes=Listing(processes),
            ),
        )
    return RULE.gap(
        clause,
        say(
            "No process in operation carries out {clause}, {title}.",
            clause=clause.ref,
            title=clause.title,
        ),
    )


RULE = Rule(
    id="RR-PRC-05",
    severity=Severity.MAJOR,
    source="8",
    needs=("clauses of processes",),
    text=__doc__,
    check=check,
)
