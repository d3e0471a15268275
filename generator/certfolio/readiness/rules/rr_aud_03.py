"""Does nobody audit a process that they own, work in or left a short time ago?

An audit counts because somebody looked who has no part in the work. Auditors compare the names in
the report with the owners and staff of the process; whoever left it lately still judges own work.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Literal

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.internal_audit import auditors, days_of, internal_audits
from certfolio.readiness.interval import months_after
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit
from certfolio.records.person import Person
from certfolio.records.process import Process

_Verb = Literal["owns", "works in", "worked in", "left"]
_Tie = tuple[_Verb, str]


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = internal_audits(case)
    owners = {process.id: process.owner for process in case.graph.all(Process)}
    if not audits:
        yield RULE.not_assessed("portal", say("No internal audit is recorded."))
    for audit in audits:
        yield _judged(case, audit, owners)


def _judged(case: Case, audit: Audit, owners: Mapping[str, str]) -> ReadinessFinding:
    if not audit.processes:
        return RULE.not_assessed(
            audit, say("{audit} names no process that it looks at.", audit=audit.id)
        )
    team = auditors([audit])
    day = days_of(audit).begins
    ties = {id: _ties(case, id, audit.processes, owners, day) for id in team}
    if not any(ties.values()):
        because = say(
            "Nobody who audits in {audit} ({team}) is tied to its processes.",
            audit=audit.id,
            team=Listing(team),
        )
        return RULE.met(audit, because)
    told = reduce(_both, [_told(case, audit, id, tied) for id, tied in ties.items() if tied])
    because = (
        say("{audit} is to be {told}", audit=audit.id, told=told)
        if audit.held is None
        else say("{audit} was {told}", audit=audit.id, told=told)
    )
    if any(all(process in ties[id] for id in team) for process in audit.processes):
        return RULE.gap(audit, say("{because}.", because=because))
    return RULE.partly_met(
        audit,
        say(
            "{because}; others of the team are free of that, and who looked at which "
            "process is not recorded.",
            because=because,
        ),
    )


def _both(some: Message, others: Message) -> Message:
    return say("{some}, and {others}", some=some, others=others)


def _ties(
    case: Case, id: str, processes: Sequence[str], owners: Mapping[str, str], day: date
) -> dict[str, _Tie]:
    """Return what ties a person to processes on the day, by process."""
    person = case.graph.find(id)
    months = case.threshold("cooling_off_months")
    work = person.formerly if isinstance(person, Person) else ()
    left = {former.process: former.until for former in sorted(work, key=lambda row: row.until)}
    own = person.processes if isinstance(person, Person) else ()
    ties: dict[str, _Tie] = {}
    for process in processes:
        if owners.get(process) == id:
            ties[process] = "owns", process
        elif process in own:
            ties[process] = "works in", process
        elif process in left and left[process] >= day:
            until = say("{process} until {day}", process=process, day=left[process])
            ties[process] = "worked in", until
        elif process in left and months_after(left[process], months) > day:
            ties[process] = "left", say("{process} on {day}", process=process, day=left[process])
    return ties


def _told(case: Case, audit: Audit, id: str, ties: Mapping[str, _Tie]) -> Message:
    by_verb: dict[_Verb, list[str]] = {"owns": [], "works in": [], "worked in": [], "left": []}
    for verb, process in ties.values():
        by_verb[verb].append(process)
    told = Listing([_did(verb, Listing(named)) for verb, named in by_verb.items() if named])
    is_leader = id == audit.lead_auditor
    if not by_verb["left"]:
        if is_leader:
            return say("led by {person}, who {told}", person=id, told=told)
        return say("audited by {person}, who {told}", person=id, told=told)
    months = case.threshold("cooling_off_months")
    if is_leader:
        return say_count(
            "led by {person}, who {told}, less than {number} month before",
            "led by {person}, who {told}, less than {number} months before",
            months,
            person=id,
            told=told,
        )
    return say_count(
        "audited by {person}, who {told}, less than {number} month before",
        "audited by {person}, who {told}, less than {number} months before",
        months,
        person=id,
        told=told,
    )


def _did(verb: _Verb, processes: Listing) -> Message:
    if verb == "owns":
        return say("owns {processes}", processes=processes)
    if verb == "works in":
        return say("works in {processes}", processes=processes)
    if verb == "worked in":
        return say("worked in {processes}", processes=processes)
    return say("left {processes}", processes=processes)


RULE = Rule(
    id="RR-AUD-03",
    severity=Severity.MAJOR,
    source="9.2.2",
    needs=("auditors of internal audits", "people with their processes, present and former"),
    text=__doc__,
    check=check,
)
