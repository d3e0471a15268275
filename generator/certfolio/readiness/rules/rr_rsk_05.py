"""Is every environmental aspect rated by written criteria, and every significant one taken up?

The rating decides which aspects are managed. Auditors ask for the criteria first, then for what was
done about each aspect that came out as significant: a control, an objective, an action or a plan.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding, unserved
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.lasting_action import lasting_actions
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.document import Document
from certfolio.records.objective import Objective
from certfolio.records.risk import Risk


def check(case: Case) -> Iterator[ReadinessFinding]:
    asking = demanding(case, "aspects")
    if not asking:
        yield RULE.not_applicable(
            "portal", say("No declared standard asks for environmental aspects.")
        )
    aspects = [
        risk
        for risk in case.graph.all(Risk)
        if (risk.source == "aspect" or risk.aspect is not None) and risk.status != "closed"
    ]
    for catalogue in unserved(case, "aspects", aspects):
        yield RULE.gap(
            catalogue,
            say("No environmental aspect is registered for {standard}.", standard=catalogue.name),
            clauses=refs_below(catalogue, "6.1"),
        )
    for risk in aspects:
        if any(serves(risk, catalogue.id) for catalogue in asking):
            yield _judged(case, risk)


def _judged(case: Case, risk: Risk) -> ReadinessFinding:
    criteria = case.graph.find(risk.criteria)
    if criteria is None or not is_effective(criteria, case.as_of):
        return RULE.gap(
            risk,
            say(
                "{risk} is rated by {criteria}, which is not in force.",
                risk=risk.id,
                criteria=risk.criteria,
            ),
        )
    if risk.aspect is None:
        return RULE.gap(
            risk,
            say(
                "{risk} comes from an aspect and does not say whether it is significant.",
                risk=risk.id,
            ),
        )
    if not risk.aspect.significant:
        return RULE.met(
            risk,
            say("{risk} is not significant by {criteria}.", risk=risk.id, criteria=risk.criteria),
        )
    taken_up = _taken_up(case, risk)
    if taken_up:
        return RULE.met(
            risk,
            say(
                "{risk} is significant and taken up by {taken_up}.",
                risk=risk.id,
                taken_up=Listing(taken_up),
            ),
        )
    return RULE.gap(
        risk,
        say(
            "{risk} is significant, and no control, objective, action or plan takes it up.",
            risk=risk.id,
        ),
    )


def _taken_up(case: Case, risk: Risk) -> list[str]:
    ids = [action.id for action in lasting_actions(case, risk)]
    linked = [
        link.target for link in case.graph.links_from(risk.id) if link.field != "criteria"
    ] + [link.source for link in case.graph.links_to(risk.id)]
    ids += [id for id in linked if isinstance(case.graph.find(id), Objective | Document)]
    return [*(str(control) for control in risk.controls), *dict.fromkeys(ids)]


RULE = Rule(
    id="RR-RSK-05",
    severity=Severity.MAJOR,
    source="14001 6.1.2, planning action in 6.1",
    needs=("risks that come from aspects", "criteria", "objectives, actions and documents"),
    text=__doc__,
    check=check,
)
