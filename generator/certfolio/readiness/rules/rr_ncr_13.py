"""Does every closed action say what it changed in the risks?

A fault that happened was more likely than somebody thought. Where a standard asks for it, risks and
opportunities are looked at again, and the record says with what result, even if it is none.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.demand import demanding
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction


def check(case: Case) -> Iterator[ReadinessFinding]:
    asking = demanding(case, "risk update")
    closed = [
        action
        for action in case.graph.all(CorrectiveAction)
        if action.status == "closed effective"
        and any(serves(action, catalogue.id) for catalogue in asking)
    ]
    if not asking:
        because = say("No declared standard asks that corrective actions update the risks.")
        yield RULE.not_applicable("portal", because)
    elif not closed:
        yield RULE.not_applicable(
            "portal", say("No corrective action that should do so is closed.")
        )
    for action in closed:
        yield _judged(action)


def _judged(action: CorrectiveAction) -> ReadinessFinding:
    if (action.risks_updated or "").strip():
        return RULE.met(action, say("{action} says what became of the risks.", action=action.id))
    because = say(
        "{action} is closed and does not say whether risks were looked at again.", action=action.id
    )
    return RULE.gap(action, because)


RULE = Rule(
    id="RR-NCR-13",
    severity=Severity.MINOR,
    source="9001 10.2.1",
    needs=("risk updates of closed corrective actions",),
    text=__doc__,
    check=check,
)
