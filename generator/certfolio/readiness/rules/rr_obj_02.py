"""Is the latest value of every objective as young as its measuring interval promises?

An objective measured each month and last looked at in spring is not steered. Auditors compare the
promised interval with the days of the values.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import PROMISED, lapses_on
from certfolio.readiness.rule import Rule
from certfolio.records.objective import Objective


def check(case: Case) -> Iterator[ReadinessFinding]:
    objectives = case.graph.all(Objective)
    if not objectives:
        yield RULE.not_assessed("portal", say("No objective is recorded."))
    for objective in objectives:
        yield _judged(case, objective)


def _judged(case: Case, objective: Objective) -> ReadinessFinding:
    if objective.status == "dropped":
        return RULE.not_applicable(
            objective, say("{objective} was dropped.", objective=objective.id)
        )
    if objective.status in {"achieved", "missed"} and objective.due < case.as_of:
        return RULE.not_applicable(
            objective,
            say(
                "{objective} was {state} and is over.",
                objective=objective.id,
                state=word("state", objective.status),
            ),
        )
    days = [value.on for value in objective.measurements if value.on <= case.as_of]
    if days:
        last = max(days)
        is_young = lapses_on(last, objective.interval) >= case.as_of
        answer = RULE.met if is_young else RULE.gap
        return answer(
            objective,
            say(
                "{objective} is measured {interval}; its latest value is of {last}.",
                objective=objective.id,
                interval=PROMISED[objective.interval],
                last=last,
            ),
        )
    begun = objective.created
    if lapses_on(begun, objective.interval) >= case.as_of:
        return RULE.not_assessed(
            objective,
            say(
                "{objective} is measured {interval} and has no value yet; it was set on {begun}.",
                objective=objective.id,
                interval=PROMISED[objective.interval],
                begun=begun,
            ),
        )
    return RULE.gap(
        objective,
        say(
            "{objective} is measured {interval} and has no value since {begun}.",
            objective=objective.id,
            interval=PROMISED[objective.interval],
            begun=begun,
        ),
    )


RULE = Rule(
    id="RR-OBJ-02",
    severity=Severity.MINOR,
    source="6.2; 9.1",
    needs=("objectives with their measurements",),
    text=__doc__,
    check=check,
)
