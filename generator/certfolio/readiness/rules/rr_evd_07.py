"""Is there evidence of the key work from every type of site where that work is done?

The audit team visits a sample of sites. When all exhibits come from headquarters, the auditor goes
to the others without knowing what to expect, and finds out there what is done differently.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import Answerable, answerable
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence
from certfolio.records.process import Process

Kinds = dict[str, str]  # the type of each site in scope, by the site's id


def check(case: Case) -> Iterator[ReadinessFinding]:
    kinds: Kinds = {site.id: site.kind for site in case.sites}
    types = set(kinds.values())
    if len(types) < 2:
        yield RULE.not_applicable(PORTAL, _single(kinds))
        return
    wanted, owners = _wanted(case, kinds), answerable(case)
    asked = [case.coverage[ref] for ref in wanted if ref in case.coverage]
    asked = [c for c in asked if c.state is not ClauseState.NOT_APPLICABLE]
    for coverage in asked:
        yield _judged(coverage, wanted[coverage.clause.ref], kinds, owners)
    if not asked:
        yield RULE.not_assessed(
            PORTAL,
            say("No process in operation at several types of site names an operational clause."),
        )


def _single(kinds: Kinds) -> Message:
    if not kinds:
        return say("No site is in scope.")
    if len(kinds) == 1:
        return say("Only {site} is in scope.", site=next(iter(kinds)))
    return say("{sites} are of one type.", sites=Listing(kinds))


def _wanted(case: Case, kinds: Kinds) -> dict[ClauseRef, list[str]]:
    """Return the sites at which each operational clause is carried out, if of several types."""
    wanted: dict[ClauseRef, dict[str, None]] = {}
    for process in case.graph.all(Process):
        if process.status in {"operating", "changing"}:
            sites = [site for site in process.sites or kinds if site in kinds]
            for support in process.clauses:
                if support.clause.number.startswith("8."):
                    wanted.setdefault(support.clause, {}).update(dict.fromkeys(sites))
    return {
        ref: list(sites)
        for ref, sites in wanted.items()
        if len({kinds[site] for site in sites}) > 1
    }


def _judged(
    coverage: ClauseCoverage, wanted: list[str], kinds: Kinds, owners: Answerable
) -> ReadinessFinding:
    clause, ref = coverage.clause, coverage.clause.ref
    owner = owners.get(ref)
    supports = (*coverage.operated.current, *coverage.operated.stale)
    items = [s.record for s in supports if isinstance(s.record, Evidence)]
    if not items:
        return RULE.not_assessed(
            clause, say("{ref} has no accepted evidence yet.", ref=ref), owner=owner
        )
    seen = {kinds[item.site] for item in items if item.site in kinds}
    missing = [site for site in wanted if kinds[site] not in seen]
    if not missing:
        types = Listing(word("value", kind) for kind in sorted({kinds[site] for site in wanted}))
        because = say(
            "{ref} has evidence from every type of site where it is done: {types}.",
            ref=ref,
            types=types,
        )
        return RULE.met(clause, because, owner=owner)
    places = Listing(
        [say("{site} ({type})", site=site, type=word("value", kinds[site])) for site in missing]
    )
    because = say("{ref} is carried out at {places}", ref=ref, places=places)
    unplaced = [item.id for item in items if item.site is None]
    if unplaced:
        silent = say(
            "{because}, and no site is named by {unplaced}.",
            because=because,
            unplaced=Listing(unplaced),
        )
        return RULE.not_assessed(clause, silent, owner=owner)
    return RULE.gap(
        clause, say("{because}, and no evidence is from there.", because=because), owner=owner
    )


RULE = Rule(
    id="RR-EVD-07",
    severity=Severity.MINOR,
    source="IAF MD 1",
    needs=("sites", "processes", "sites of evidence"),
    text=__doc__,
    check=check,
)
