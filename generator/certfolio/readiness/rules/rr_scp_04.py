"""Is every site in scope named, at work and audited?

A site that the scope names but no process knows is an address without a system; one that the audit
programme leaves out was never looked at. Both come up when the auditor plans the days on site.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.audited_site import programmes_by_site
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.process import Process
from certfolio.records.scope_statement import ScopeStatement
from certfolio.records.site import Site

Named = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Known:
    """For each site the scopes in force and programmes that name it, and how many processes."""

    scopes: Named
    processes: Counter[str]
    programmes: Named


def check(case: Case) -> Iterator[ReadinessFinding]:
    known = _known(case)
    sites = [
        site
        for site in case.graph.all(Site)
        if site.id in known.scopes or (site.in_scope and site.status == "active")
    ]
    if not sites:
        yield RULE.not_assessed("portal", say("No site is recorded as active and in scope."))
    for site in sites:
        yield _judged(site, known)


def _known(case: Case) -> _Known:
    scopes: dict[str, list[str]] = {}
    for scope in case.graph.all(ScopeStatement):
        if is_effective(scope, case.as_of):
            for site in scope.sites:
                scopes.setdefault(site, []).append(scope.id)
    processes = Counter(
        site
        for process in case.graph.all(Process)
        if process.status != "retired"
        for site in process.sites
    )
    return _Known(scopes, processes, programmes_by_site(case))


def _judged(site: Site, known: _Known) -> ReadinessFinding:
    scopes, programmes = known.scopes.get(site.id, ()), known.programmes.get(site.id, ())
    number = known.processes[site.id]
    if site.status == "closed" or not site.in_scope:
        return RULE.gap(
            site,
            (
                say(
                    "{site} is recorded as closed, yet named in {scopes}.",
                    site=site.id,
                    scopes=Listing(scopes),
                )
                if site.status == "closed"
                else say(
                    "{site} is recorded as not in scope, yet named in {scopes}.",
                    site=site.id,
                    scopes=Listing(scopes),
                )
            ),
        )
    faults = [] if scopes else [say("no scope statement in force names it")]
    faults += [] if number else [say("no process runs there")]
    faults += [] if programmes else [say("no approved audit programme holds it")]
    if faults:
        tell = RULE.gap if len(faults) == 3 else RULE.partly_met
        return tell(
            site, say("{site} is in scope, but {faults}.", site=site.id, faults=Listing(faults))
        )
    return RULE.met(
        site,
        say_count(
            "{site} is named in {scopes}, runs {number} process and is in {programmes}.",
            "{site} is named in {scopes}, runs {number} processes and is in {programmes}.",
            number,
            site=site.id,
            scopes=Listing(scopes),
            programmes=Listing(programmes),
        ),
    )


RULE = Rule(
    id="RR-SCP-04",
    severity=Severity.MAJOR,
    source="4.3; 9.2.2; MD 1",
    needs=("sites", "scope statements", "processes", "audit programmes"),
    text=__doc__,
    check=check,
)
