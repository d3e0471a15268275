"""Finds references that lead in a circle where a chain must end: versions, reviews, roles."""

from collections.abc import Mapping

from certfolio.linking.link import ResolvedLink
from certfolio.linking.reference_check import field_of
from certfolio.model.problem import Code, Problem
from certfolio.records.record import Record

# fields that form a chain; other references, such as those between processes, may lead in circles
_CHAINS = frozenset({"replaces", "previous", "reports_to"})


def cycles(
    links: tuple[ResolvedLink, ...], records: Mapping[str, Record]
) -> tuple[list[Problem], frozenset[ResolvedLink]]:
    """Return one problem for each circle, and the links that are part of one.

    A chain field holds one id, so every record has at most one way on and each circle is found
    once, at its first record in counting order.
    """
    problems: list[Problem] = []
    closed: set[ResolvedLink] = set()
    for chain in sorted(_CHAINS):
        way_on = {link.source: link for link in links if field_of(link.pointer) == chain}
        done: set[str] = set()
        for start in way_on:
            circle = _circle(start, way_on, done)
            if circle:
                closed.update(circle)
                problems.append(_problem(circle, records))
    return problems, frozenset(closed)


def _circle(start: str, way_on: Mapping[str, ResolvedLink], done: set[str]) -> list[ResolvedLink]:
    path: list[ResolvedLink] = []
    seen: dict[str, int] = {}
    here = start
    while here in way_on and here not in done:
        if here in seen:
            done.update(seen)
            return path[seen[here] :]
        seen[here] = len(path)
        path.append(way_on[here])
        here = way_on[here].target
    done.update(seen)
    return []


def _problem(circle: list[ResolvedLink], records: Mapping[str, Record]) -> Problem:
    first = circle[0]
    way = " → ".join([link.source for link in circle] + [first.source])
    return Problem(
        records[first.source].origin.place(first.pointer),
        f"the references lead in a circle: {way}",
        Code.CYCLE,
        "a chain that ends",
        f"take {first.field}: out of the record where the chain should end",
    )
