"""Is every missed objective answered by an action or by a decision of the management review?

Missing a target is no fault; leaving it at that is. Auditors look for what was done after the miss,
so that an action finished before it, or a review that only took note, is no answer.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.lasting_action import lasting_actions
from certfolio.readiness.rule import Rule
from certfolio.records.management_review import ManagementReview
from certfolio.records.objective import Objective

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)+")
_FOR_MISSED = "actions for missed objectives"


def check(case: Case) -> Iterator[ReadinessFinding]:
    missed = [o for o in case.graph.all(Objective) if _is_missed(case, o)]
    if not missed:
        yield RULE.not_applicable("portal", say("No objective is missed."))
    decisions = _decisions(case)
    for objective in missed:
        yield _judged(case, objective, decisions)


def _is_missed(case: Case, objective: Objective) -> bool:
    if objective.status in {"missed", "achieved", "dropped"} or objective.due >= case.as_of:
        return objective.status == "missed"
    values = [value for value in objective.measurements if value.on <= case.as_of]
    if not values:
        return False
    last = max(values, key=lambda value: value.on).value
    is_higher_better = objective.better == "higher"
    return last < objective.target if is_higher_better else last > objective.target


def _missed_on(objective: Objective) -> date:
    days = [value.on for value in objective.measurements if value.on <= objective.due]
    return max(days, default=objective.due)


def _decisions(case: Case) -> Mapping[str, list[ManagementReview]]:
    """Return the reviews that decided something on a record, by its id, each review once."""
    found: dict[str, list[ManagementReview]] = {}
    for review in case.graph.all(ManagementReview):
        if review.status in {"held", "approved"} and review.held_on <= case.as_of:
            for id in _decided(review):
                found.setdefault(id, []).append(review)
    return found


def _decided(review: ManagementReview) -> set[str]:
    texts = [result.decision for result in review.results if result.decision]
    ids = {word for text in texts for word in _WORD.findall(text)}
    if any(result.category == _FOR_MISSED and result.decision for result in review.results):
        ids |= {id for given in review.inputs for id in given.references}
    return ids


def _judged(
    case: Case, objective: Objective, decisions: Mapping[str, list[ManagementReview]]
) -> ReadinessFinding:
    day, target = _missed_on(objective), _plain(objective.target)
    actions = lasting_actions(case, objective)
    answers = [action.id for action in actions if (action.done_on or case.as_of) >= day]
    answers += [review.id for review in decisions.get(objective.id, []) if review.held_on >= day]
    if answers:
        return RULE.met(
            objective,
            say(
                "{objective} missed its target of {target} {unit} on {day}; the answer is "
                "{answers}.",
                objective=objective.id,
                target=target,
                unit=objective.unit,
                day=day,
                answers=Listing(answers),
            ),
        )
    return RULE.gap(
        objective,
        say(
            "{objective} missed its target of {target} {unit} on {day}; no action and "
            "no decision of a review answers it.",
            objective=objective.id,
            target=target,
            unit=objective.unit,
            day=day,
        ),
    )


def _plain(number: float) -> float:
    """Return a whole number without the fraction that it does not have."""
    return int(number) if float(number).is_integer() else number


RULE = Rule(
    id="RR-OBJ-03",
    severity=Severity.MINOR,
    source="6.2; 9.3",
    needs=("objectives with their measurements", "actions", "decisions of management reviews"),
    text=__doc__,
    check=check,
)
