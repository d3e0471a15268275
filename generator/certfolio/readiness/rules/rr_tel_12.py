"""Is no action past its day, wherever it came from?

An action plan with days that have passed and nothing said about them shows that nobody looks at it.
Auditors sort the list by date and begin at the top.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.action import Action

_OPEN = ("open", "in progress")


def check(case: Case) -> Iterator[ReadinessFinding]:
    actions = [action for action in case.graph.all(Action) if action.status in _OPEN]
    for action in actions:
        if action.due < case.as_of:
            words = say_count(
                "{action} of {owner} was due on {due}, {number} day ago.",
                "{action} of {owner} was due on {due}, {number} days ago.",
                (case.as_of - action.due).days,
                action=action.id,
                owner=action.owner,
                due=action.due,
            )
            yield RULE.gap(action, words, due=action.due)
        else:
            words = say(
                "{action} of {owner} is due on {due}.",
                action=action.id,
                owner=action.owner,
                due=action.due,
            )
            yield RULE.met(action, words, due=action.due)
    if not actions:
        yield RULE.not_applicable(PORTAL, say("No action is open."))


RULE = Rule(
    id="RR-TEL-12",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("actions",),
    text=__doc__,
    check=check,
)
