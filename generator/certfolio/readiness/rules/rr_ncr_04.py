"""Was every corrective action verified by somebody else than its owner?

Whoever carried out an action hopes that it works. A second pair of eyes sees what hope does not,
and auditors look at the two names side by side.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction


def check(case: Case) -> Iterator[ReadinessFinding]:
    actions = case.graph.all(CorrectiveAction)
    verified = [action for action in actions if action.verified_by is not None]
    if not case.threshold("verifier_differs"):
        because = say("The settings allow owners of corrective actions to verify them.")
        yield RULE.not_applicable("portal", because)
    elif not verified:
        yield RULE.not_applicable("portal", say("No corrective action has been verified."))
    else:
        yield from map(_judged, verified)


def _judged(action: CorrectiveAction) -> ReadinessFinding:
    owner = action.action_owner or action.owner
    if action.verified_by == owner:
        because = say(
            "{action} was verified by {owner}, who also owned its action.",
            action=action.id,
            owner=owner,
        )
        return RULE.gap(action, because)
    because = say(
        "{action} was carried out by {owner} and verified by {verified_by}.",
        action=action.id,
        owner=owner,
        verified_by=action.verified_by,
    )
    return RULE.met(action, because)


RULE = Rule(
    id="RR-NCR-04",
    severity=Severity.MINOR,
    source="10.2 practice",
    needs=("owners and verifiers of corrective actions",),
    text=__doc__,
    check=check,
)
