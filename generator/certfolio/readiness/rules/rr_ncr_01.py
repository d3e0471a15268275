"""Is every major nonconformity closed?

A major one puts in doubt that the system can do what it is for. No certification body decides for
a certificate while one of its own is open, and one of an internal audit is asked about first.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import (
    actions_by_finding,
    is_open,
    nonconformities,
    own_nonconformities,
    stated,
)
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding


def check(case: Case) -> Iterator[ReadinessFinding]:
    findings, own = nonconformities(case), own_nonconformities(case)
    by_finding = actions_by_finding(case)
    graded = [
        (finding, by_finding.get(finding.id, ()))
        for finding in findings
        if finding.grade == "major"
        or any(action.grade == "major" for action in by_finding.get(finding.id, ()))
    ]
    majors = [action for action in own if action.grade == "major"]
    if not findings and not own:
        yield RULE.not_assessed("portal", "No nonconformity is recorded.")
    elif not graded and not majors:
        number = counted(len(findings) + len(own), "nonconformity", "nonconformities")
        yield RULE.met("portal", f"Of {number} recorded, none is graded major.")
    for finding, actions in graded:
        yield _finding(finding, actions)
    for action in majors:
        yield _action(action)


def _finding(finding: Finding, actions: Sequence[CorrectiveAction]) -> ReadinessFinding:
    found = f"{finding.id} of {finding.found_on}, a major nonconformity,"
    unfinished = [action for action in actions if is_open(action)]
    due = max((action.due for action in unfinished if action.due is not None), default=None)
    told = listed([stated(action) for action in actions]) if actions else "no corrective action"
    if finding.status != "closed":
        because = f"{found} has the status “{finding.status}”, with {told}."
        return RULE.gap(finding, because, due=due)
    if unfinished:
        because = f"{found} is marked closed, with {listed([stated(a) for a in unfinished])}."
        return RULE.gap(finding, because, due=due)
    return RULE.met(finding, f"{found} was closed on {finding.closed_on}, with {told}.")


def _action(action: CorrectiveAction) -> ReadinessFinding:
    found = f"{action.id} on a major nonconformity found on {action.found_on}"
    if is_open(action):
        return RULE.gap(action, f"{found} has the status “{action.status}”.", due=action.due)
    return RULE.met(action, f"{found} was closed on {action.closed_on}.")


RULE = Rule(
    id="RR-NCR-01",
    severity=Severity.BLOCKER,
    source="17021-1 9.5.2",
    needs=("audit findings with grade and state", "corrective actions with grade and state"),
    text=__doc__,
    check=check,
)
