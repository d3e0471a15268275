"""Says which clauses do not apply, or were never decided, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from certfolio.linking.graph import RecordGraph
from certfolio.model.clause import ClauseRef
from certfolio.model.message import say
from certfolio.records.gap_item import GapItem
from certfolio.records.scope_statement import ScopeStatement
from certfolio.records.soa_entry import SoaEntry


@dataclass(frozen=True, slots=True)
class Decisions:
    """Clauses left out and clauses not assessed, each with the reason the records give."""

    left_out: Mapping[ClauseRef, str]
    not_assessed: Mapping[ClauseRef, str]


def decisions(graph: RecordGraph) -> Decisions:
    """Collect what scope statements, the statement of applicability and the gap analysis decided.

    Only an approved scope statement leaves a requirement out. A control counts as not assessed
    where the statement of applicability decides others of its standard and not this one.
    """
    left_out = {
        entry.clause: entry.reason
        for scope in graph.all(ScopeStatement)
        if scope.status == "approved"
        for entry in scope.not_applicable
    }
    entries = {entry.control: entry for entry in graph.all(SoaEntry)}
    left_out |= {
        control: entry.justification for control, entry in entries.items() if not entry.applicable
    }
    not_assessed = {
        item.clause: item.reason or ""
        for item in graph.all(GapItem)
        if item.rating == "not assessed" and item.status != "closed"
    }
    not_assessed |= _undecided(graph, frozenset(entries))
    return Decisions(left_out, not_assessed)


def _undecided(graph: RecordGraph, decided: frozenset[ClauseRef]) -> dict[ClauseRef, str]:
    standards = {control.standard for control in decided}
    return {
        clause.ref: say("the statement of applicability holds no decision for it")
        for catalogue in graph.standards.catalogues.values()
        if catalogue.id in standards
        for clause in catalogue.clauses
        if clause.kind == "control" and clause.ref not in decided
    }
