"""Finds the clauses of a standard by their key in the Harmonized Structure."""

from certfolio.model.clause import ClauseRef
from certfolio.standards.catalogue import Catalogue, Clause


def below(catalogue: Catalogue, key: str) -> tuple[Clause, ...]:
    """Return the demands of the clauses with this key and of all clauses under them."""
    inside: set[ClauseRef] = set()
    for clause in catalogue.clauses:
        if clause.hs_key == key or clause.parent in inside:
            inside.add(clause.ref)
    return tuple(clause for clause in catalogue.demands if clause.ref in inside)


def refs_below(catalogue: Catalogue, key: str) -> tuple[ClauseRef, ...]:
    """Return the references of those demands, as a finding names its clauses."""
    return tuple(clause.ref for clause in below(catalogue, key))
