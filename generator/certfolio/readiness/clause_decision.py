"""Finds what scope statements decide about clauses that ask only under a condition."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from certfolio.linking.graph import RecordGraph
from certfolio.model.clause import ClauseRef
from certfolio.records.scope_statement import ScopeStatement


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the scope statement that holds it."""

    scope: ScopeStatement
    applies: bool

    @property
    def is_approved(self) -> bool:
        return self.scope.status == "approved"


def clause_decisions(graph: RecordGraph) -> Mapping[ClauseRef, tuple[Decided, ...]]:
    """Return the decisions on each clause, approved or not; superseded statements are left out."""
    found: dict[ClauseRef, list[Decided]] = {}
    for scope in graph.all(ScopeStatement):
        if scope.status != "superseded":
            for decision in scope.decisions:
                found.setdefault(decision.clause, []).append(Decided(scope, decision.applies))
    return MappingProxyType({ref: tuple(decided) for ref, decided in found.items()})
