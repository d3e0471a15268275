"""Does every action of a review have an owner who is there, and a day?

An action that belongs to nobody in particular is done by nobody. The next review is where the
auditor sees it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.action import Action
from certfolio.records.person import Person


def check(case: Case) -> Iterator[ReadinessFinding]:
    reviews = held_reviews(case)
    for review in reviews:
        for id in review.actions:
            action = case.graph.find(id)
            if isinstance(action, Action) and action.status not in ("done", "cancelled"):
                yield _judged(case, action, review.id)
    if not reviews:
        yield RULE.not_assessed(PORTAL, say("No management review was held yet."))
    elif not any(review.actions for review in reviews):
        yield RULE.not_applicable(PORTAL, say("No review decided on an action."))


def _judged(case: Case, action: Action, review: str) -> ReadinessFinding:
    owner = case.graph.find(action.owner)
    if isinstance(owner, Person) and owner.status == "left":
        words = say(
            "{action} of {review} belongs to {owner}, who left on {active_until}.",
            action=action.id,
            review=review,
            owner=owner.id,
            active_until=owner.active_until,
        )
        return RULE.gap(action, words, due=action.due)
    words = say(
        "{action} of {review} belongs to {owner} and is due {due}.",
        action=action.id,
        review=review,
        owner=action.owner,
        due=action.due,
    )
    return RULE.met(action, words, due=action.due)


RULE = Rule(
    id="RR-MRV-07",
    severity=Severity.MINOR,
    source="9.3.3",
    needs=("actions of management reviews",),
    text=__doc__,
    check=check,
)
