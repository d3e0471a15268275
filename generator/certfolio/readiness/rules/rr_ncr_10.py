"""Is every major of stage 2 verified within six months?

If it takes longer, the certification body has to come back for another stage 2. The time runs from
the last day of stage 2, not from the report.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.body_finding import findings_of_body
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_after
from certfolio.readiness.nonconformity import actions_by_finding
from certfolio.readiness.rule import Rule
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = [
        audit
        for audit in case.graph.all(CertificationAudit)
        if audit.kind == "stage 2" and audit.held is not None and audit.held.ends <= case.as_of
    ]
    if not audits:
        yield RULE.not_applicable("portal", say("No stage 2 audit was held."))
    found, actions = findings_of_body(case), actions_by_finding(case)
    for audit in audits:
        majors = [
            finding
            for finding in found.get(audit.id, ())
            if finding.grade == "major" and finding.status != "withdrawn"
        ]
        if not majors:
            yield RULE.not_applicable(
                audit, say("{audit} led to no major nonconformity.", audit=audit.id)
            )
        last = (audit.held or audit.planned).ends
        for finding in majors:
            yield _judged(case, finding, actions.get(finding.id, ()), last)


def _verified(finding: Finding, actions: Sequence[CorrectiveAction]) -> date | None:
    """Return the day on which the last of the actions was verified; None where one was not."""
    counting = [action for action in actions if action.status != "rejected"]
    days = [action.verified_on for action in counting]
    if not days:
        return finding.closed_on if finding.status == "closed" else None
    if any(action.status != "closed effective" for action in counting):
        return None
    return max((day for day in days if day is not None), default=None) if all(days) else None


def _judged(
    case: Case, finding: Finding, actions: Sequence[CorrectiveAction], last: date
) -> ReadinessFinding:
    end = months_after(last, case.threshold("response_months"))
    day = _verified(finding, actions)
    if day is not None and day <= case.as_of:
        if day <= end:
            return RULE.met(
                finding,
                say(
                    "{finding}, a major nonconformity of the stage 2 that ended on {last}, was "
                    "verified on {day}.",
                    finding=finding.id,
                    last=last,
                    day=day,
                ),
            )
        return RULE.gap(
            finding,
            say(
                "{finding}, a major nonconformity of the stage 2 that ended on {last}, was "
                "verified on {day}, after {end}.",
                finding=finding.id,
                last=last,
                day=day,
                end=end,
            ),
            due=end,
        )
    left = (end - case.as_of).days
    if left < 0:
        return RULE.gap(
            finding,
            say(
                "{finding}, a major nonconformity of the stage 2 that ended on {last}, was "
                "to be verified by {end}.",
                finding=finding.id,
                last=last,
                end=end,
            ),
            due=end,
        )
    words = _still_to_verify(finding, last, end, left)
    if case.as_of >= end - timedelta(days=case.threshold("response_warning_days")):
        return RULE.partly_met(finding, words, severity=Severity.MAJOR, due=end)
    return RULE.met(finding, words, due=end)


def _still_to_verify(finding: Finding, last: date, end: date, left: int) -> Message:
    if not left:
        return say(
            "{finding}, a major nonconformity of the stage 2 that ended on {last}, is "
            "to be verified by {end}, which is today.",
            finding=finding.id,
            last=last,
            end=end,
        )
    return say_count(
        "{finding}, a major nonconformity of the stage 2 that ended on {last}, is "
        "to be verified by {end}, in {number} day.",
        "{finding}, a major nonconformity of the stage 2 that ended on {last}, is "
        "to be verified by {end}, in {number} days.",
        left,
        finding=finding.id,
        last=last,
        end=end,
    )


RULE = Rule(
    id="RR-NCR-10",
    severity=Severity.BLOCKER,
    source="17021-1 9.5.3.2",
    needs=("stage 2 audits", "major findings of the body", "corrective actions"),
    text=__doc__,
    check=check,
)
