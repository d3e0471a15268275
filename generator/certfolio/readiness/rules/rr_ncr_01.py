"""Is every major nonconformity closed?

A major one puts in doubt that the system can do what it is for. No certification body decides for
a certificate while one of its own is open, and one of an internal audit is asked about first.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count, word
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
        yield RULE.not_assessed("portal", say("No nonconformity is recorded."))
    elif not graded and not majors:
        yield RULE.met(
            "portal",
            say_count(
                "Of {number} nonconformity recorded, none is graded major.",
                "Of {number} nonconformities recorded, none is graded major.",
                len(findings) + len(own),
            ),
        )
    for finding, actions in graded:
        yield _finding(finding, actions)
    for action in majors:
        yield _action(action)


def _finding(finding: Finding, actions: Sequence[CorrectiveAction]) -> ReadinessFinding:
    unfinished = [action for action in actions if is_open(action)]
    due = max((action.due for action in unfinished if action.due is not None), default=None)
    told = (
        Listing([stated(action) for action in actions]) if actions else say("no corrective action")
    )
    if finding.status != "closed":
        because = say(
            "{finding} of {found_on}, a major nonconformity, has the status “{state}”, "
            "with {told}.",
            finding=finding.id,
            found_on=finding.found_on,
            state=word("state", finding.status),
            told=told,
        )
        return RULE.gap(finding, because, due=due)
    if unfinished:
        because = say(
            "{finding} of {found_on}, a major nonconformity, is marked closed, with {unfinished}.",
            finding=finding.id,
            found_on=finding.found_on,
            unfinished=Listing([stated(a) for a in unfinished]),
        )
        return RULE.gap(finding, because, due=due)
    return RULE.met(
        finding,
        say(
            "{finding} of {found_on}, a major nonconformity, was closed on "
            "{closed_on}, with {told}.",
            finding=finding.id,
            found_on=finding.found_on,
            closed_on=finding.closed_on,
            told=told,
        ),
    )


def _action(action: CorrectiveAction) -> ReadinessFinding:
    if is_open(action):
        return RULE.gap(
            action,
            say(
                "{action} on a major nonconformity found on {found_on} has the status “{state}”.",
                action=action.id,
                found_on=action.found_on,
                state=word("state", action.status),
            ),
            due=action.due,
        )
    return RULE.met(
        action,
        say(
            "{action} on a major nonconformity found on {found_on} was closed on {closed_on}.",
            action=action.id,
            found_on=action.found_on,
            closed_on=action.closed_on,
        ),
    )


RULE = Rule(
    id="RR-NCR-01",
    severity=Severity.BLOCKER,
    source="17021-1 9.5.2",
    needs=("audit findings with grade and state", "corrective actions with grade and state"),
    text=__doc__,
    check=check,
)
