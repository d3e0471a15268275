"""Was it judged whether finished treatments had the effect they were meant to have?

Doing is not enough: the plan for risks and opportunities includes finding out whether the action
worked. Auditors pick a finished action and ask what is better since.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted
from certfolio.readiness.treatment import treatments
from certfolio.records.action import Action


def check(case: Case) -> Iterator[ReadinessFinding]:
    finished = [
        action
        for action, _ in treatments(case)
        if action.status == "done" and action.done_on is not None and action.done_on <= case.as_of
    ]
    if not finished:
        yield RULE.not_applicable("portal", "No treatment of a risk is finished yet.")
    for action in finished:
        yield _judged(case, action)


def _judged(case: Case, action: Action) -> ReadinessFinding:
    done = f"{action.id} was done on {action.done_on}"
    judged, due = action.effectiveness_on, action.effectiveness_due
    if action.effectiveness and judged is not None and judged <= case.as_of:
        return RULE.met(action, f"{done}, and its effect was judged on {judged}.")
    if action.effectiveness and judged is None:
        return RULE.partly_met(
            action, f"{done}; its effect is described, and the day of that judgement is missing."
        )
    if due is None:
        return RULE.gap(action, f"{done}, and no day is set for judging its effect.")
    if due >= case.as_of:
        return RULE.not_assessed(action, f"{done}; its effect is to be judged by {due}.", due=due)
    overdue = counted((case.as_of - due).days, "day")
    return RULE.gap(
        action, f"{done}; its effect was to be judged by {due}, {overdue} ago.", due=due
    )


RULE = Rule(
    id="RR-RSK-04",
    severity=Severity.MINOR,
    source="6.1",
    needs=("risks and opportunities", "actions with their effectiveness"),
    text=__doc__,
    check=check,
)
