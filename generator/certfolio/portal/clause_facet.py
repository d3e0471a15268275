"""The facets of clauses: family, state, who answers, process, site, age of the newest proof."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from certfolio.model.clause import ClauseRef
from certfolio.model.message import say, word
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet, Option, facet
from certfolio.portal.record_facet import family_facet, record_option, standard_facet
from certfolio.portal.table_tool import Only
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.interval import months_before
from certfolio.records.evidence import Evidence
from certfolio.records.process import Process
from certfolio.records.record import Record

GAPS_ONLY = Only("state", ClauseState.GAP.value, say("Gaps only"))


def clause_facets(edition: Edition, refs: Sequence[ClauseRef]) -> tuple[Facet, ...]:
    """Return the facets of clauses; process and site come from what supports a clause, by name."""
    supports = [tuple(s.record for s in edition.graph.supports(ref)) for ref in refs]
    owners = [[record_option(edition, r.owner) for r in records] for records in supports]
    processes = [[record_option(edition, id) for id in _processes(r)] for r in supports]
    sites = [[record_option(edition, id) for id in _sites(r)] for r in supports]
    return (
        facet("state", say("State"), say("none named"), [(_state(edition, ref),) for ref in refs]),
        family_facet(edition, [[ref] for ref in refs]),
        standard_facet(edition, [[ref.standard] for ref in refs]),
        facet("owner", say("Owner"), say("nobody named"), owners),
        facet("process", say("Process"), say("no process named"), processes),
        facet("site", say("Site"), say("no site named"), sites),
        facet("age", say("Newest proof"), say("no accepted proof"), _ages(edition, refs)),
    )


def state_of(edition: Edition, ref: ClauseRef) -> ClauseState:
    coverage = edition.coverage.get(ref)
    return coverage.state if coverage else ClauseState.NOT_ASSESSED


def _state(edition: Edition, ref: ClauseRef) -> Option:
    state = state_of(edition, ref)
    order = (0, float(list(ClauseState).index(state)))
    return Option(state.value, word("state", state.value), order)


def _processes(records: Iterable[Record]) -> Iterator[str]:
    """Yield the processes that name the clause themselves, and those that its proof names."""
    for record in records:
        if isinstance(record, Process):
            yield record.id
        elif isinstance(record, Evidence) and record.process:
            yield record.process


def _sites(records: Iterable[Record]) -> Iterator[str]:
    """Yield the sites that the proof names, and those of processes that name the clause."""
    for record in records:
        if isinstance(record, Process):
            yield from record.sites
        elif isinstance(record, Evidence) and record.site:
            yield record.site


def _ages(edition: Edition, refs: Sequence[ClauseRef]) -> list[tuple[Option, ...]]:
    newest = [c.operated.last if (c := edition.coverage.get(ref)) else None for ref in refs]
    return [(_age(day, edition.as_of),) if day else () for day in newest]


def _age(day: date, as_of: date) -> Option:
    for months, label in (
        (3, say("in the last 3 months")),
        (6, say("3 to 6 months old")),
        (12, say("6 to 12 months old")),
    ):
        if day > months_before(as_of, months):
            return Option(str(months), label, (0, float(months)))
    return Option("older", say("older than 12 months"), (0, 99.0))
