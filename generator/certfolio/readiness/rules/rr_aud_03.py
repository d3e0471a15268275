"""Does nobody audit a process that they own, work in or left a short time ago?

An audit counts because somebody looked who has no part in the work. Auditors compare the names in
the report with the owners and staff of the process; whoever left it lately still judges own work.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.internal_audit import auditors, days_of, internal_audits
from certfolio.readiness.interval import months_after
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.audit import Audit
from certfolio.records.person import Person
from certfolio.records.process import Process


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = internal_audits(case)
    owners = {process.id: process.owner for process in case.graph.all(Process)}
    if not audits:
        yield RULE.not_assessed("portal", "No internal audit is recorded.")
    for audit in audits:
        yield _judged(case, audit, owners)


def _judged(case: Case, audit: Audit, owners: Mapping[str, str]) -> ReadinessFinding:
    if not audit.processes:
        return RULE.not_assessed(audit, f"{audit.id} names no process that it looks at.")
    team = auditors([audit])
    ties: dict[str, dict[str, str]] = {id: {} for id in team}
    for process in audit.processes:
        for id in team:
            tie = _tie(case, id, process, owners.get(process), days_of(audit).begins)
            if tie is not None:
                ties[id][process] = tie
    if not any(ties.values()):
        because = f"Nobody who audits in {audit.id} ({listed(team)}) is tied to its processes."
        return RULE.met(audit, because)
    told = listed([_told(audit, id, list(tied.values())) for id, tied in ties.items() if tied])
    because = f"{audit.id} {'is to be' if audit.held is None else 'was'} {told}"
    if any(all(process in ties[id] for id in team) for process in audit.processes):
        return RULE.gap(audit, f"{because}.")
    rest = "others of the team are free of that, and who looked at which process is not recorded"
    return RULE.partly_met(audit, f"{because}; {rest}.")


def _tie(case: Case, id: str, process: str, owner: str | None, day: date) -> str | None:
    """Return what ties a person to a process on the day, as in `owns PRC-005`."""
    if id == owner:
        return f"owns {process}"
    person = case.graph.find(id)
    if not isinstance(person, Person):
        return None
    if process in person.processes:
        return f"works in {process}"
    months = case.threshold("cooling_off_months")
    left = max((work.until for work in person.formerly if work.process == process), default=None)
    if left is None or months_after(left, months) <= day:
        return None
    if left >= day:
        return f"worked in {process} until {left}"
    return f"left {process} on {left}, less than {counted(months, 'month')} before"


def _told(audit: Audit, id: str, ties: list[str]) -> str:
    return f"{'led' if id == audit.lead_auditor else 'audited'} by {id}, who {listed(ties)}"


RULE = Rule(
    id="RR-AUD-03",
    severity=Severity.MAJOR,
    source="9.2.2",
    needs=("auditors of internal audits", "people with their processes, present and former"),
    text=__doc__,
    check=check,
)
