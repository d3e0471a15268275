"""Is every hazard to people rated, and held down by the highest control that is possible?

Removing a hazard comes before telling people to be careful. Auditors ask for each hazard why it was
not removed, replaced or shut away where only a rule or protective equipment stands against it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding, unserved
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.risk import Risk

_LOW = frozenset({"administrative", "protective equipment"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    asking = demanding(case, "hazards")
    if not asking:
        yield RULE.not_applicable("portal", say("No declared standard asks for hazards to people."))
    hazards = [
        risk
        for risk in case.graph.all(Risk)
        if (risk.source == "hazard" or risk.hazard is not None) and risk.status != "closed"
    ]
    for catalogue in unserved(case, "hazards", hazards):
        yield RULE.gap(
            catalogue,
            say("No hazard is registered for {standard}.", standard=catalogue.name),
            clauses=refs_below(catalogue, "6.1"),
        )
    for risk in hazards:
        if any(serves(risk, catalogue.id) for catalogue in asking):
            yield _judged(risk)


def _judged(risk: Risk) -> ReadinessFinding:
    hazard = risk.hazard
    if hazard is None:
        return RULE.gap(
            risk,
            say(
                "{risk} comes from a hazard and names neither a control nor its level.",
                risk=risk.id,
            ),
        )
    if hazard.hierarchy in _LOW and not risk.reason:
        return RULE.partly_met(
            risk,
            say(
                "{risk} is rated {likelihood} by {impact} and controlled at the level "
                "“{hierarchy}”; why no higher level is possible is not written down.",
                risk=risk.id,
                likelihood=risk.evaluation.likelihood,
                impact=risk.evaluation.impact,
                hierarchy=word("value", hazard.hierarchy),
            ),
        )
    return RULE.met(
        risk,
        say(
            "{risk} is rated {likelihood} by {impact} and controlled at the level “{hierarchy}”.",
            risk=risk.id,
            likelihood=risk.evaluation.likelihood,
            impact=risk.evaluation.impact,
            hierarchy=word("value", hazard.hierarchy),
        ),
    )


RULE = Rule(
    id="RR-RSK-06",
    severity=Severity.MAJOR,
    source="45001 6.1.2, 8.1.2",
    needs=("risks that come from hazards",),
    text=__doc__,
    check=check,
)
