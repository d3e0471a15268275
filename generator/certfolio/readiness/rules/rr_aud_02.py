"""Was every requirement, every process and every site audited once in the cycle?

Before stage 2 the certification body wants to see that the organization looked at its whole system
itself. What nobody audited is where stage 2 begins. The cycle begins with the approved programme.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity, Verdict
from certfolio.readiness.case import Case, serves
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.internal_audit import (
    audits_of_cycle,
    audits_to_come,
    cycle_begin,
    days_of,
    looked_at,
    programmes_in_force,
)
from certfolio.readiness.rule import Rule, Subject
from certfolio.records.audit import Audit
from certfolio.records.process import Process
from certfolio.standards.catalogue import Catalogue, Clause


@dataclass(frozen=True, slots=True)
class _Cycle:
    """What was audited in the cycle, what is to be audited, and what the programmes promise."""

    begin: date
    done: Mapping[str, Audit]
    coming: Mapping[str, Audit]
    promised: Mapping[str, str]


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = audits_of_cycle(case)
    programmes = programmes_in_force(case)
    cycle = _Cycle(
        begin=cycle_begin(case),
        done=looked_at(audits),
        coming=looked_at(audits_to_come(case)),
        promised={site: programme.id for programme in programmes for site in programme.sites},
    )
    for catalogue in case.catalogues:
        owner = next((p.owner for p in programmes if serves(p, catalogue.id)), None)
        if any(serves(audit, catalogue.id) for audit in audits):
            yield from _clauses(case, catalogue, cycle, owner)
        else:
            yield _unaudited(catalogue, cycle, owner)
    if audits:
        yield from _processes(case, cycle)
        yield from _sites(case, cycle)


def _requirements(catalogue: Catalogue) -> list[Clause]:
    return [clause for clause in catalogue.demands if clause.kind == "requirement"]


def _unaudited(catalogue: Catalogue, cycle: _Cycle, owner: str | None) -> ReadinessFinding:
    because = say(
        "No internal audit for {standard} is reported since {begin}.",
        standard=catalogue.name,
        begin=cycle.begin,
    )
    refs = tuple(clause.ref for clause in _requirements(catalogue))
    return RULE.gap(catalogue, because, clauses=refs, owner=owner)


def _clauses(
    case: Case, catalogue: Catalogue, cycle: _Cycle, owner: str | None
) -> Iterator[ReadinessFinding]:
    for clause in _requirements(catalogue):
        cover = case.coverage[clause.ref]
        if cover.state is ClauseState.NOT_APPLICABLE:
            yield RULE.not_applicable(
                clause,
                say("{clause} was left out: {reason}", clause=clause.ref, reason=cover.reason),
            )
        else:
            yield _judged(cycle, clause, _line(clause, catalogue), owner)


def _line(clause: Clause, catalogue: Catalogue) -> list[str]:
    """Return the clause and those above it: who audits 8.4 audits 8.4.1."""
    line = [str(clause.ref)]
    above = catalogue.clause(clause.parent.number) if clause.parent else None
    while above is not None:
        line.append(str(above.ref))
        above = catalogue.clause(above.parent.number) if above.parent else None
    return line


def _processes(case: Case, cycle: _Cycle) -> Iterator[ReadinessFinding]:
    inside = {site.id for site in case.sites}
    for process in case.graph.all(Process):
        is_inside = not process.sites or not inside.isdisjoint(process.sites)
        is_served = any(serves(process, catalogue.id) for catalogue in case.catalogues)
        if process.status in {"operating", "changing"} and is_inside and is_served:
            yield _judged(cycle, process, [process.id], process.owner)


def _sites(case: Case, cycle: _Cycle) -> Iterator[ReadinessFinding]:
    """Judge the sites; a site that is in the plan and not audited yet blocks nothing."""
    for site in case.sites:
        is_known = site.id in cycle.done or site.id in cycle.coming
        if site.id in cycle.promised and not is_known:
            because = say(
                "{programme} names {site}; no audit of it is recorded yet.",
                programme=cycle.promised[site.id],
                site=site.id,
            )
            yield RULE.partly_met(site, because, severity=Severity.MAJOR)
        else:
            finding = _judged(cycle, site, [site.id], site.owner)
            is_planned = finding.verdict is Verdict.PARTLY_MET
            yield replace(finding, severity=Severity.MAJOR) if is_planned else finding


def _judged(
    cycle: _Cycle, subject: Subject, names: list[str], owner: str | None
) -> ReadinessFinding:
    done = next((cycle.done[name] for name in names if name in cycle.done), None)
    if done is not None:
        because = say(
            "{name} was audited in {done}, which ended on {ends}.",
            name=names[0],
            done=done.id,
            ends=days_of(done).ends,
        )
        return RULE.met(subject, because, owner=owner)
    coming = next((cycle.coming[name] for name in names if name in cycle.coming), None)
    if coming is None:
        return RULE.gap(
            subject,
            say(
                "{name} was not audited since {begin}, and no audit of it is planned.",
                name=names[0],
                begin=cycle.begin,
            ),
            owner=owner,
        )
    day = coming.planned.ends
    because = say(
        "{name} was not audited since {begin}; {coming} is to look at it by {day}.",
        name=names[0],
        begin=cycle.begin,
        coming=coming.id,
        day=day,
    )
    return RULE.partly_met(subject, because, owner=coming.owner, due=day)


RULE = Rule(
    id="RR-AUD-02",
    severity=Severity.BLOCKER,
    source="9.2; 17021-1 9.3.1.2",
    needs=("internal audits with clauses, processes and sites", "audit programmes"),
    text=__doc__,
    check=check,
)
