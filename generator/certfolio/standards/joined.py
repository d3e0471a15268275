"""Joins the clauses of several standards that ask for the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass

from certfolio.standards.catalogue import Clause, Standards


@dataclass(frozen=True, slots=True)
class JoinedClause:
    """One line of a joint matrix: the clauses of all standards that share a key.

    `key` is the key of the Harmonized Structure, or None for a clause that stands alone; never
    the bare number, which means different things in different standards.
    """

    key: str | None
    clauses: tuple[Clause, ...]


def join(standards: Standards) -> tuple[JoinedClause, ...]:
    """Group the demands of the standards by hs_key; order: first appearance, standard by standard.

    A clause without a key stands alone, after the last joined clause that precedes it in its own
    standard.
    """
    keyed: dict[str, list[Clause]] = {}
    for catalogue in standards.catalogues.values():
        for clause in catalogue.demands:
            if clause.hs_key is not None:
                keyed.setdefault(clause.hs_key, []).append(clause)
    return tuple(_in_order(standards, keyed))


def _in_order(standards: Standards, keyed: Mapping[str, list[Clause]]) -> list[JoinedClause]:
    lines: list[JoinedClause] = []
    place: dict[str, int] = {}
    for catalogue in standards.catalogues.values():
        at = 0
        for clause in catalogue.demands:
            if clause.hs_key in place:
                at = place[clause.hs_key] + 1
                continue
            line = JoinedClause(clause.hs_key, tuple(keyed.get(clause.hs_key or "", [clause])))
            lines.insert(at, line)
            place = {other.key: index for index, other in enumerate(lines) if other.key is not None}
            at += 1
    return lines
