"""Was every planned audit held in its time, or is there a reason why not?

Plans change, and auditors accept that. What they do not accept is an audit that fell out of the
plan without anybody deciding it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = case.graph.all(Audit)
    if not audits:
        yield RULE.not_assessed("portal", say("No audit is planned or recorded."))
    for audit in audits:
        yield _cancelled(audit) if audit.status == "cancelled" else _judged(case, audit)


def _cancelled(audit: Audit) -> ReadinessFinding:
    reason = audit.delay_reason or audit.changes_from_plan
    if reason is None:
        return RULE.gap(
            audit, say("{audit} was cancelled, and no reason is recorded.", audit=audit.id)
        )
    return RULE.not_applicable(
        audit, say("{audit} was cancelled: {reason}", audit=audit.id, reason=reason)
    )


def _judged(case: Case, audit: Audit) -> ReadinessFinding:
    due = audit.planned.ends
    if audit.status in {"reported", "closed"} or audit.held is not None:
        return RULE.met(
            audit, say("{audit}, planned to end on {due}, took place.", audit=audit.id, due=due)
        )
    overdue = (case.as_of - due).days
    if overdue <= 0:
        return RULE.met(audit, say("{audit} is planned to end on {due}.", audit=audit.id, due=due))
    if audit.delay_reason is None:
        return RULE.gap(
            audit,
            say_count(
                "{audit} was planned to end on {due}, {number} day ago, and no reason for "
                "the delay is recorded.",
                "{audit} was planned to end on {due}, {number} days ago, and no reason for "
                "the delay is recorded.",
                overdue,
                audit=audit.id,
                due=due,
            ),
            due=due,
        )
    return RULE.met(
        audit,
        say_count(
            "{audit} was planned to end on {due}, {number} day ago, and was put off "
            "for a reason: {delay_reason}",
            "{audit} was planned to end on {due}, {number} days ago, and was put off "
            "for a reason: {delay_reason}",
            overdue,
            audit=audit.id,
            due=due,
            delay_reason=audit.delay_reason,
        ),
    )


RULE = Rule(
    id="RR-AUD-08",
    severity=Severity.MINOR,
    source="9.2.2",
    needs=("planned and held days of audits",),
    text=__doc__,
    check=check,
)
