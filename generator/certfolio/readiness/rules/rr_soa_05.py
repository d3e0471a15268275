"""Do the risks and the statement of applicability name the same controls?

The statement exists because of the risks. Auditors pick a risk and look its controls up: one that
is excluded there, or not decided on, breaks the chain, and a risk to be reduced by no control is
not treated.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.statement import NO_CONTROLS, Statement, statements
from certfolio.records.risk import Risk


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = statements(case)
    risks = [risk for risk in case.graph.all(Risk) if risk.status != "closed"]
    for statement in found:
        if statement.is_empty:
            yield RULE.not_assessed(statement.catalogue, statement.nothing)
        else:
            yield from _judged(statement, risks)
    if not found:
        yield RULE.not_applicable(PORTAL, NO_CONTROLS)


def _judged(statement: Statement, risks: list[Risk]) -> Iterator[ReadinessFinding]:
    standard = statement.catalogue.id
    needed = {entry.control for entry in statement.entries if entry.applicable}
    excluded = {entry.control for entry in statement.entries if not entry.applicable} - needed
    treating = _treating(statement)
    asked = [risk for risk in risks if _is_asked(risk, standard)]
    for risk in asked:
        named = dict.fromkeys(ref for ref in risk.controls if ref.standard == standard)
        named |= dict.fromkeys(treating.get(risk.id, ()))
        yield _risk(risk, statement.catalogue.name, list(named), needed, excluded)
    if not asked:
        yield RULE.not_assessed(
            statement.catalogue,
            say(
                "No open risk of {standard} is to be reduced or names a control.",
                standard=statement.catalogue.name,
            ),
        )


def _treating(statement: Statement) -> dict[str, list[ClauseRef]]:
    """Return the needed controls whose entries name each risk."""
    found: dict[str, list[ClauseRef]] = {}
    for entry in statement.entries:
        if entry.applicable:
            for risk in entry.risks:
                found.setdefault(risk, []).append(entry.control)
    return found


def _is_asked(risk: Risk, standard: str) -> bool:
    is_reduced = risk.kind == "risk" and risk.decision == "reduce" and serves(risk, standard)
    return is_reduced or any(ref.standard == standard for ref in risk.controls)


def _risk(
    risk: Risk,
    name: str,
    named: list[ClauseRef],
    needed: set[ClauseRef],
    excluded: set[ClauseRef],
) -> ReadinessFinding:
    if not named:
        because = say(
            "{risk} is to be reduced and names no control of {name}.", risk=risk.id, name=name
        )
        return RULE.gap(risk, because)
    out = [ref for ref in named if ref in excluded]
    unknown = [ref for ref in named if ref not in needed and ref not in excluded]
    told = [say("relies on {out}, which the statement excludes", out=Listing(out))] if out else []
    told += (
        [say("relies on {unknown}, on which nothing is decided", unknown=Listing(unknown))]
        if unknown
        else []
    )
    if told:
        because = say("{risk} {faults}.", risk=risk.id, faults=Listing(told))
        return RULE.gap(risk, because, clauses=(*out, *unknown))
    return RULE.met(
        risk,
        say("{risk} is treated by {named}.", risk=risk.id, named=Listing(named)),
        clauses=tuple(named),
    )


RULE = Rule(
    id="RR-SOA-05",
    severity=Severity.MAJOR,
    source="ISO/IEC 27001 6.1.3",
    needs=("risks", "statement of applicability"),
    text=__doc__,
    check=check,
)
