"""Did the report of every audit reach the managers concerned in good time?

Results that arrive months later, or only at the quality office, change nothing. Auditors compare
the last day of the audit with the date of the report, and its readers with the process owners.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.internal_audit import days_of, internal_audits
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.audit import Audit
from certfolio.records.process import Process


def check(case: Case) -> Iterator[ReadinessFinding]:
    held = [a for a in internal_audits(case) if a.held is not None and a.held.ends <= case.as_of]
    owners = {process.id: process.owner for process in case.graph.all(Process)}
    if not held:
        yield RULE.not_assessed("portal", "No internal audit was held.")
    for audit in held:
        is_reported = audit.report_date is not None
        yield _judged(case, audit, owners) if is_reported else _unreported(case, audit)


def _unreported(case: Case, audit: Audit) -> ReadinessFinding:
    ended = days_of(audit).ends
    due = ended + timedelta(days=case.threshold("report_days"))
    because = f"{audit.id} ended on {ended} and is not reported"
    if due < case.as_of:
        return RULE.gap(audit, f"{because}; {due} was the last day for it.", due=due)
    return RULE.not_applicable(audit, f"{because} yet; {due} is the last day for it.", due=due)


def _judged(case: Case, audit: Audit, owners: Mapping[str, str]) -> ReadinessFinding:
    ended, reported = days_of(audit).ends, audit.report_date or case.as_of
    days = (reported - ended).days
    begin = f"{audit.id} ended on {ended} and was reported on {reported}"
    later = f"{counted(days, 'day')} later" if days else "the same day"
    if days < 0:
        return RULE.gap(audit, f"{begin}, before its last day.")
    if not audit.recipients:
        return RULE.gap(audit, f"{begin}, but to nobody by name.")
    if days > case.threshold("report_days"):
        return RULE.gap(audit, f"{begin}, {later}.")
    concerned = {owners[id]: id for id in audit.processes if id in owners}
    missing = [
        f"{person}, who owns {process}"
        for person, process in concerned.items()
        if person not in audit.recipients
    ]
    if missing:
        return RULE.partly_met(audit, f"{begin}, but not to {listed(missing)}.")
    return RULE.met(audit, f"{begin}, {later}, to {listed(audit.recipients)}.")


RULE = Rule(
    id="RR-AUD-06",
    severity=Severity.MINOR,
    source="9.2.2",
    needs=("dates and recipients of audit reports", "process owners"),
    text=__doc__,
    check=check,
)
