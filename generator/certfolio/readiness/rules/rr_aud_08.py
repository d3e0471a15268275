"""Was every planned audit held in its time, or is there a reason why not?

Plans change, and auditors accept that. What they do not accept is an audit that fell out of the
plan without anybody deciding it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted
from certfolio.records.audit import Audit


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = case.graph.all(Audit)
    if not audits:
        yield RULE.not_assessed("portal", "No audit is planned or recorded.")
    for audit in audits:
        yield _cancelled(audit) if audit.status == "cancelled" else _judged(case, audit)


def _cancelled(audit: Audit) -> ReadinessFinding:
    reason = audit.delay_reason or audit.changes_from_plan
    if reason is None:
        return RULE.gap(audit, f"{audit.id} was cancelled, and no reason is recorded.")
    return RULE.not_applicable(audit, f"{audit.id} was cancelled: {reason}")


def _judged(case: Case, audit: Audit) -> ReadinessFinding:
    due = audit.planned.ends
    if audit.status in {"reported", "closed"} or audit.held is not None:
        return RULE.met(audit, f"{audit.id}, planned to end on {due}, took place.")
    overdue = (case.as_of - due).days
    if overdue <= 0:
        return RULE.met(audit, f"{audit.id} is planned to end on {due}.")
    late = f"{audit.id} was planned to end on {due}, {counted(overdue, 'day')} ago"
    if audit.delay_reason is None:
        return RULE.gap(audit, f"{late}, and no reason for the delay is recorded.", due=due)
    return RULE.met(audit, f"{late}, and was put off for a reason: {audit.delay_reason}")


RULE = Rule(
    id="RR-AUD-08",
    severity=Severity.MINOR,
    source="9.2.2",
    needs=("planned and held days of audits",),
    text=__doc__,
    check=check,
)
