"""Was it judged whether finished treatments had the effect they were meant to have?

Doing is not enough: the plan for risks and opportunities includes finding out whether the action
worked. Auditors pick a finished action and ask what is better since.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.treatment import treatments
from certfolio.records.action import Action


def check(case: Case) -> Iterator[ReadinessFinding]:
    finished = [
        action
        for action, _ in treatments(case)
        if action.status == "done" and action.done_on is not None and action.done_on <= case.as_of
    ]
    if not finished:
        yield RULE.not_applicable("portal", say("No treatment of a risk is finished yet."))
    for action in finished:
        yield _judged(case, action)


def _judged(case: Case, action: Action) -> ReadinessFinding:
    judged, due = action.effectiveness_on, action.effectiveness_due
    if action.effectiveness and judged is not None and judged <= case.as_of:
        return RULE.met(
            action,
            say(
                "{action} was done on {done_on}, and its effect was judged on {judged}.",
                action=action.id,
                done_on=action.done_on,
                judged=judged,
            ),
        )
    if action.effectiveness and judged is None:
        return RULE.partly_met(
            action,
            say(
                "{action} was done on {done_on}; its effect is described, and the day of "
                "that judgement is missing.",
                action=action.id,
                done_on=action.done_on,
            ),
        )
    if due is None:
        return RULE.gap(
            action,
            say(
                "{action} was done on {done_on}, and no day is set for judging its effect.",
                action=action.id,
                done_on=action.done_on,
            ),
        )
    if due >= case.as_of:
        return RULE.not_assessed(
            action,
            say(
                "{action} was done on {done_on}; its effect is to be judged by {due}.",
                action=action.id,
                done_on=action.done_on,
                due=due,
            ),
            due=due,
        )
    return RULE.gap(
        action,
        say_count(
            "{action} was done on {done_on}; its effect was to be judged by {due}, "
            "{number} day ago.",
            "{action} was done on {done_on}; its effect was to be judged by {due}, "
            "{number} days ago.",
            (case.as_of - due).days,
            action=action.id,
            done_on=action.done_on,
            due=due,
        ),
        due=due,
    )


RULE = Rule(
    id="RR-RSK-04",
    severity=Severity.MINOR,
    source="6.1",
    needs=("risks and opportunities", "actions with their effectiveness"),
    text=__doc__,
    check=check,
)
