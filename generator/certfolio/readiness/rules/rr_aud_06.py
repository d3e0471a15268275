"""Did the report of every audit reach the managers concerned in good time?

Results that arrive months later, or only at the quality office, change nothing. Auditors compare
the last day of the audit with the date of the report, and its readers with the process owners.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.internal_audit import days_of, internal_audits
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit
from certfolio.records.process import Process


def check(case: Case) -> Iterator[ReadinessFinding]:
    held = [a for a in internal_audits(case) if a.held is not None and a.held.ends <= case.as_of]
    owners = {process.id: process.owner for process in case.graph.all(Process)}
    if not held:
        yield RULE.not_assessed("portal", say("No internal audit was held."))
    for audit in held:
        is_reported = audit.report_date is not None
        yield _judged(case, audit, owners) if is_reported else _unreported(case, audit)


def _unreported(case: Case, audit: Audit) -> ReadinessFinding:
    ended = days_of(audit).ends
    due = ended + timedelta(days=case.threshold("report_days"))
    if due < case.as_of:
        return RULE.gap(
            audit,
            say(
                "{audit} ended on {ended} and is not reported; {due} was the last day for it.",
                audit=audit.id,
                ended=ended,
                due=due,
            ),
            due=due,
        )
    return RULE.not_applicable(
        audit,
        say(
            "{audit} ended on {ended} and is not reported yet; {due} is the last day for it.",
            audit=audit.id,
            ended=ended,
            due=due,
        ),
        due=due,
    )


def _judged(case: Case, audit: Audit, owners: Mapping[str, str]) -> ReadinessFinding:
    ended, reported = days_of(audit).ends, audit.report_date or case.as_of
    days = (reported - ended).days
    if days < 0:
        return RULE.gap(
            audit,
            say(
                "{audit} ended on {ended} and was reported on {reported}, before its last day.",
                audit=audit.id,
                ended=ended,
                reported=reported,
            ),
        )
    if not audit.recipients:
        return RULE.gap(
            audit,
            say(
                "{audit} ended on {ended} and was reported on {reported}, but to nobody by name.",
                audit=audit.id,
                ended=ended,
                reported=reported,
            ),
        )
    if days > case.threshold("report_days"):
        return RULE.gap(
            audit,
            (
                say_count(
                    "{audit} ended on {ended} and was reported on {reported}, {number} day later.",
                    "{audit} ended on {ended} and was reported on {reported}, {number} days later.",
                    days,
                    audit=audit.id,
                    ended=ended,
                    reported=reported,
                )
                if days
                else say(
                    "{audit} ended on {ended} and was reported on {reported}, the same day.",
                    audit=audit.id,
                    ended=ended,
                    reported=reported,
                )
            ),
        )
    concerned = {owners[id]: id for id in audit.processes if id in owners}
    missing = [
        say("{person}, who owns {process}", person=person, process=process)
        for person, process in concerned.items()
        if person not in audit.recipients
    ]
    if missing:
        return RULE.partly_met(
            audit,
            say(
                "{audit} ended on {ended} and was reported on {reported}, but not to {missing}.",
                audit=audit.id,
                ended=ended,
                reported=reported,
                missing=Listing(missing),
            ),
        )
    return RULE.met(
        audit,
        (
            say_count(
                "{audit} ended on {ended} and was reported on {reported}, {number} day "
                "later, to {recipients}.",
                "{audit} ended on {ended} and was reported on {reported}, {number} days "
                "later, to {recipients}.",
                days,
                audit=audit.id,
                ended=ended,
                reported=reported,
                recipients=Listing(audit.recipients),
            )
            if days
            else say(
                "{audit} ended on {ended} and was reported on {reported}, the same day, to "
                "{recipients}.",
                audit=audit.id,
                ended=ended,
                reported=reported,
                recipients=Listing(audit.recipients),
            )
        ),
    )


RULE = Rule(
    id="RR-AUD-06",
    severity=Severity.MINOR,
    source="9.2.2",
    needs=("dates and recipients of audit reports", "process owners"),
    text=__doc__,
    check=check,
)
