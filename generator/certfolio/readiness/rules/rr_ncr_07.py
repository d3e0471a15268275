"""Is every corrective action carried out by the day it is due?

A date that has passed without anybody moving it says that nobody looks. It weighs more where a
major nonconformity waits behind it, or where weeks went by.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import findings_by_action
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding

_TO_DO = frozenset({"open", "contained", "cause found", "action planned", "reopened"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    actions = [a for a in case.graph.all(CorrectiveAction) if a.status in _TO_DO]
    findings = findings_by_action(case)
    if not actions:
        yield RULE.not_applicable("portal", say("No corrective action is still to be carried out."))
    for action in actions:
        yield _judged(case, action, findings.get(action.id, ()))


def _judged(case: Case, action: CorrectiveAction, findings: Sequence[Finding]) -> ReadinessFinding:
    owner = action.action_owner or action.owner
    if action.due is None:
        because = say(
            "{action} is marked “{state}” and names no day by which it is due.",
            action=action.id,
            state=word("state", action.status),
        )
        return RULE.not_assessed(action, because, owner=owner)
    overdue = (case.as_of - action.due).days
    if overdue <= 0:
        because = say("{action} is due on {due}.", action=action.id, due=action.due)
        return RULE.met(action, because, owner=owner, due=action.due)
    is_major = action.grade == "major" or any(finding.grade == "major" for finding in findings)
    is_grave = is_major or overdue > case.threshold("action_overdue_days")
    return RULE.gap(
        action,
        (
            say_count(
                "{action} was due on {due}, {number} day ago, and belongs to a major "
                "nonconformity.",
                "{action} was due on {due}, {number} days ago, and belongs to a major "
                "nonconformity.",
                overdue,
                action=action.id,
                due=action.due,
            )
            if is_major
            else say_count(
                "{action} was due on {due}, {number} day ago.",
                "{action} was due on {due}, {number} days ago.",
                overdue,
                action=action.id,
                due=action.due,
            )
        ),
        severity=Severity.MAJOR if is_grave else Severity.MINOR,
        owner=owner,
        due=action.due,
    )


RULE = Rule(
    id="RR-NCR-07",
    severity=Severity.MINOR,
    source="10.2",
    needs=("due dates and states of corrective actions",),
    text=__doc__,
    check=check,
)
