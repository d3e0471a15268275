"""Did somebody look whether the same fault exists, or could happen, elsewhere?

One missing label was found where the auditor stood. Whether it is the only one is the question
that follows, and the answer belongs into the record.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.own_words import says_nothing
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction


def check(case: Case) -> Iterator[ReadinessFinding]:
    actions = case.graph.all(CorrectiveAction)
    if not actions:
        yield RULE.not_applicable("portal", say("No corrective action is recorded."))
    for action in actions:
        yield _judged(action)


def _judged(action: CorrectiveAction) -> ReadinessFinding:
    sites = [row.site for row in action.extent_sites if row.decision.strip()]
    if action.status == "rejected":
        return RULE.not_applicable(action, say("{action} was rejected.", action=action.id))
    if sites:
        return RULE.met(
            action,
            say(
                "{action} says how far it reaches, for {sites}.",
                action=action.id,
                sites=Listing(sites),
            ),
        )
    if not says_nothing(action.extent or ""):
        return RULE.met(action, say("{action} says how far it reaches.", action=action.id))
    if action.status == "open":
        because = say("{action} is open; how far it reaches is not known yet.", action=action.id)
        return RULE.not_applicable(action, because)
    because = say(
        "{action} is marked “{state}” and does not say how far it reaches.",
        action=action.id,
        state=word("state", action.status),
    )
    return RULE.gap(action, because)


RULE = Rule(
    id="RR-NCR-06",
    severity=Severity.MINOR,
    source="10.2",
    needs=("extent checks of corrective actions",),
    text=__doc__,
    check=check,
)
