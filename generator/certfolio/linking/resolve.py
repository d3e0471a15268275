"""Connects records: every reference is found, or a problem at its own place."""

from collections.abc import Mapping, Sequence

from certfolio.linking.clause_check import clause_problems
from certfolio.linking.cycle import cycles
from certfolio.linking.date_order import order_problems
from certfolio.linking.graph import RecordGraph, in_order
from certfolio.linking.identity import identity_problems
from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.linking.reference_check import field_of, problem_of, state_of
from certfolio.model.problem import Problem
from certfolio.records.field_walk import Marked, marked_values
from certfolio.records.portal_settings import PortalSettings
from certfolio.records.record import Record
from certfolio.records.reference import Reference
from certfolio.standards.catalogue import Standards


def resolve(
    records: Sequence[Record],
    settings: PortalSettings,
    declared: Standards,
    known: Standards,
    unusable: frozenset[str] = frozenset(),
) -> tuple[RecordGraph, list[Problem]]:
    """Connect every reference to the record it names.

    The graph holds only links that were found; each one that was not is a problem at the
    reference's own place. Order of records does not matter. A reference to an `unusable` id is no
    problem of its own: the record is there, and its fault is told at its own place.
    """
    problems = identity_problems(records)
    ordered = in_order(list(records))
    by_id = _first_of_each(ordered)
    links: list[ResolvedLink] = []
    for record in by_id.values():
        problems += order_problems(record)
        for marked in marked_values(record):
            problems += clause_problems(record, marked, declared, known)
            if isinstance(marked.mark, Reference):
                link = _link(record, marked, by_id)
                links.append(link)
                is_told = link.state is LinkState.DANGLING and link.target in unusable
                problem = None if is_told else problem_of(record, marked, link.state, by_id)
                problems += [] if problem is None else [problem]
    found = tuple(link for link in links if link.state.is_found)
    circles, closed = cycles(found, by_id)
    kept = tuple(link for link in found if link not in closed)
    return RecordGraph(settings, declared, tuple(by_id.values()), kept), problems + circles


def links_between(records: Sequence[Record]) -> tuple[ResolvedLink, ...]:
    """Return every link that these records, known to be sound, have among themselves."""
    by_id = _first_of_each(tuple(records))
    links = (
        _link(record, marked, by_id)
        for record in by_id.values()
        for marked in marked_values(record)
        if isinstance(marked.mark, Reference)
    )
    return tuple(link for link in links if link.state.is_found)


def link_states(graph: RecordGraph) -> Mapping[LinkState, int]:
    """Count the links of a graph by state, every state listed."""
    counts = dict.fromkeys(LinkState, 0)
    for link in graph.links:
        counts[link.state] += 1
    return counts


def _first_of_each(records: tuple[Record, ...]) -> dict[str, Record]:
    by_id: dict[str, Record] = {}
    for record in records:
        by_id.setdefault(record.id, record)
    return by_id


def _link(record: Record, marked: Marked, by_id: Mapping[str, Record]) -> ResolvedLink:
    why = getattr(marked.holder, "why", None)
    return ResolvedLink(
        source=record.id,
        field=field_of(marked.pointer),
        pointer=marked.pointer,
        target=marked.value,
        state=state_of(record, marked, by_id),
        why=why if isinstance(why, str) else None,
    )
