"""Was every finding of the certification body answered by the day it set?

The body sets the time for causes and planned actions. A late answer delays the decision, and tells
it how findings are handled here.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.body_finding import findings_of_body
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import actions_by_finding
from certfolio.readiness.rule import Rule
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding

_ANSWERED = frozenset({"major", "minor", "area of concern"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    found, by_finding = findings_of_body(case), actions_by_finding(case)
    set_by_audit = {audit.id: audit.response_due for audit in case.graph.all(CertificationAudit)}
    handled: set[str] = set()
    number = 0
    for audit, findings in found.items():
        for finding in findings:
            actions = by_finding.get(finding.id, ())
            handled |= {action.id for action in actions}
            if finding.grade in _ANSWERED and finding.status != "withdrawn":
                number += 1
                yield _finding(case, finding, actions, set_by_audit[audit])
    for action in case.graph.all(CorrectiveAction):
        if action.source == "certification body" and action.id not in handled:
            number += 1
            yield _answered(case, action, action.response_due, action.response_sent)
    if not number:
        yield RULE.not_applicable(
            "portal", say("The certification body has found nothing to answer.")
        )


def _finding(
    case: Case, finding: Finding, actions: Sequence[CorrectiveAction], set_by_audit: date | None
) -> ReadinessFinding:
    dues = [finding.response_due, *(action.response_due for action in actions), set_by_audit]
    sent = [finding.response_sent, *(action.response_sent for action in actions)]
    return _answered(case, finding, _first(dues), _first(sent))


def _first(days: Sequence[date | None]) -> date | None:
    return next((day for day in days if day is not None), None)


def _answered(
    case: Case, record: Finding | CorrectiveAction, due: date | None, sent: date | None
) -> ReadinessFinding:
    if due is None:
        because = say("{record} does not say by when the body wants an answer.", record=record.id)
        return RULE.not_assessed(record, because)
    if sent is not None and sent <= case.as_of:
        late = (sent - due).days
        if late > 0:
            because = say_count(
                "The answer to {record} was sent on {sent}, {number} day late.",
                "The answer to {record} was sent on {sent}, {number} days late.",
                late,
                record=record.id,
                sent=sent,
            )
            return RULE.partly_met(record, because, due=due)
        return RULE.met(
            record,
            say(
                "The answer to {record} was sent on {sent}, due on {due}.",
                record=record.id,
                sent=sent,
                due=due,
            ),
        )
    if due < case.as_of:
        because = say_count(
            "The answer to {record} was due on {due}, {number} day ago, and is not sent.",
            "The answer to {record} was due on {due}, {number} days ago, and is not sent.",
            (case.as_of - due).days,
            record=record.id,
            due=due,
        )
        return RULE.gap(record, because, due=due)
    return RULE.met(
        record, say("The answer to {record} is due on {due}.", record=record.id, due=due), due=due
    )


RULE = Rule(
    id="RR-NCR-11",
    severity=Severity.MAJOR,
    source="17021-1 9.4.9",
    needs=("findings of the certification body with the dates of their answers",),
    text=__doc__,
    check=check,
)
