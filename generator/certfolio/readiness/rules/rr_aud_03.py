"""Does nobody audit a process that they own, work in or left a short time ago?

An audit counts because somebody looked who has no part in the work. Auditors compare the names in
the report with the owners and staff of the process; whoever left it lately still judges own work.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    day = days_of(audit).begins
    ties = {id: _ties(case, id, audit.processes, owners, day) for id in team}
    if not any(ties.values()):
        because = f"Nobody who audits in {audit.id} ({listed(team)}) is tied to its processes."
        return RULE.met(audit, because)
    told = ", and ".join(_told(case, audit, id, tied) for id, tied in ties.items() if tied)
    because = f"{audit.id} {'is to be' if audit.held is None else 'was'} {told}"
    if any(all(process in ties[id] for id in team) for process in audit.processes):
        return RULE.gap(audit, f"{because}.")
    rest = "others of the team are free of that, and who looked at which process is not recorded"
    return RULE.partly_met(audit, f"{because}; {rest}.")


def _ties(
    case: Case, id: str, processes: Sequence[str], owners: Mapping[str, str], day: date
) -> dict[str, tuple[str, str]]:
    """Return what ties a person to processes on the day, by process: a verb and its object."""
    person = case.graph.find(id)
    months = case.threshold("cooling_off_months")
    work = person.formerly if isinstance(person, Person) else ()
    left = {former.process: former.until for former in sorted(work, key=lambda row: row.until)}
    own = person.processes if isinstance(person, Person) else ()
    ties: dict[str, tuple[str, str]] = {}
    for process in processes:
        if owners.get(process) == id:
            ties[process] = ("owns", process)
        elif process in own:
            ties[process] = ("works in", process)
        elif process in left and left[process] >= day:
            ties[process] = ("worked in", f"{process} until {left[process]}")
        elif process in left and months_after(left[process], months) > day:
            ties[process] = ("left", f"{process} on {left[process]}")
    return ties


def _told(case: Case, audit: Audit, id: str, ties: Mapping[str, tuple[str, str]]) -> str:
    by_verb: dict[str, list[str]] = {"owns": [], "works in": [], "worked in": [], "left": []}
    for verb, process in ties.values():
        by_verb[verb].append(process)
    told = listed([f"{verb} {listed(named)}" for verb, named in by_verb.items() if named])
    months = counted(case.threshold("cooling_off_months"), "month")
    lately = f", less than {months} before" if by_verb["left"] else ""
    return f"{'led' if id == audit.lead_auditor else 'audited'} by {id}, who {told}{lately}"


RULE = Rule(
    id="RR-AUD-03",
    severity=Severity.MAJOR,
    source="9.2.2",
    needs=("auditors of internal audits", "people with their processes, present and former"),
    text=__doc__,
    check=check,
)
