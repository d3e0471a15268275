"""Three-year audit coverage: which internal audits look at which clauses, processes and sites.

An audit names clauses, processes and sites side by side; that each clause was tested in each
process at each site is recorded nowhere and not claimed here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.clause import ClauseRef
from certfolio.model.message import Message, say, say_count
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.pictures.audit_panel import panel
from certfolio.portal.pictures.audit_row import AuditRow, audit_rows
from certfolio.portal.pictures.clause_process import clause_process
from certfolio.portal.pictures.picture import Cell, Key, Picture, Table, nothing
from certfolio.readiness.internal_audit import days_of
from certfolio.records.audit import Audit
from certfolio.records.audit_programme import AuditProgramme
from certfolio.records.site import Site

MOST_SITES = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A site, or None for the audits that name none."""

    site: Site | None
    audits: tuple[Audit, ...]


def audit_coverage(edition: Edition) -> Picture:
    """Draw for each site what was audited in three years, and what is planned."""
    title = say("Three years of internal audits")
    audits = _audits(edition)
    rows = audit_rows(edition)
    if not audits or not rows:
        return nothing("audits", title, say("There is no internal audit in this edition."))
    years = _years(edition)
    places = _places(edition, audits)
    return Picture(
        name="audits",
        title=title,
        caption=_caption(edition, audits, rows, years),
        drawings=(
            *(
                panel(edition, place.site, place.audits, rows, years)
                for place in places[:MOST_SITES]
            ),
            *clause_process(edition, audits, rows, years),
        ),
        keys=(
            Key("shade-3", say("all of it named by an audit that was reported")),
            Key("shade-1", say("part of it")),
            Key("open", say("only by an audit that is planned"), "p"),
            Key("none", say("named by no audit")),
        ),
        table=_table(edition, places, rows, years),
        left=_left(len(places) - MOST_SITES),
        is_small=True,
    )


def _audits(edition: Edition) -> tuple[Audit, ...]:
    return tuple(
        audit
        for audit in edition.graph.all(Audit)
        if audit.kind == "internal" and audit.status != "cancelled"
    )


def _years(edition: Edition) -> tuple[int, ...]:
    """Return three years: from the programme that runs, else last year, this year and the next."""
    today = edition.as_of.year
    begins = [
        programme.period.begins.year
        for programme in edition.graph.all(AuditProgramme)
        if today - 2 <= programme.period.begins.year <= today
    ]
    first = min(begins, default=today - 1)
    return (first, first + 1, first + 2)


def _places(edition: Edition, audits: Sequence[Audit]) -> tuple[Place, ...]:
    sites = [site for site in edition.graph.all(Site) if site.status == "active"]
    named = tuple(Place(s, tuple(a for a in audits if s.id in a.sites)) for s in sites)
    known = {site.id for site in sites}
    nowhere = tuple(audit for audit in audits if not known.intersection(audit.sites))
    return (*named, Place(None, nowhere)) if nowhere else named


def _caption(
    edition: Edition, audits: Sequence[Audit], rows: Sequence[AuditRow], years: Sequence[int]
) -> Message:
    inside = [audit for audit in audits if days_of(audit).ends.year in years]
    clauses, processes = (
        [row for row in rows if row.clauses],
        [row for row in rows if row.process],
    )
    reported = [audit for audit in inside if audit.status in {"reported", "closed"}]
    named: set[ClauseRef] = {ref for audit in reported for ref in audit.audited_clauses}
    visited = {id for audit in reported for id in audit.processes}
    everything = {ref for row in clauses for ref in row.clauses}
    return say(
        "From {first} to {last}, {reported} and {planned}; the reported ones name {clauses} of"
        " {all} clauses and {visited} of {processes} processes.",
        first=str(years[0]),
        last=str(years[-1]),
        reported=say_count(
            "{number} internal audit is reported",
            "{number} internal audits are reported",
            len(reported),
        ),
        planned=say_count(
            "{number} more is planned or under way",
            "{number} more are planned or under way",
            len(inside) - len(reported),
        ),
        clauses=len(everything & named),
        all=len(everything),
        visited=sum(row.process is not None and row.process.id in visited for row in processes),
        processes=len(processes),
    )


def _left(sites: int) -> Message | None:
    if sites <= 0:
        return None
    return say_count(
        "And {number} more site: it is in the table.",
        "And {number} more sites: they are in the table.",
        sites,
    )


def _table(
    edition: Edition, places: Sequence[Place], rows: Sequence[AuditRow], years: Sequence[int]
) -> Table:
    columns = (
        say("Process or clause family"),
        say("Site"),
        *(year for year in map(str, years)),
        say("Audits"),
    )
    return Table(columns, tuple(_table_rows(edition, places, rows, years)))


def _table_rows(
    edition: Edition, places: Sequence[Place], rows: Sequence[AuditRow], years: Sequence[int]
) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        for place in places:
            cells = [row.seen(place.audits, year) for year in years]
            ids = sorted({audit.id for cell in cells for audit in (*cell.reported, *cell.planned)})
            site = link_to(edition, place.site) if place.site else say("no site named")
            first: Cell = row.link(edition)
            yield first, site, *(cell.said for cell in cells), ", ".join(ids) or None
