"""Which fields of each record type are columns of its register, beside id, title, status, owner."""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType

from certfolio.records.record import Record
from certfolio.records.record_type import RecordType

_ENOUGH = 6


def columns(row: RecordType) -> tuple[str, ...]:
    """Return the chosen columns of a type; where nobody chose, the first fields of its own."""
    chosen = COLUMNS.get(row.name)
    if chosen is not None:
        return chosen
    common = {field.name for field in fields(Record)}
    own = [field.name for field in fields(row.record) if field.name not in common]
    return tuple(own[:_ENOUGH])


COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "organization": ("legal_name", "address", "headcount"),
        "scope-statement": ("version", "sites", "approved_on", "next_review"),
        "site": ("kind", "address", "activities", "headcount", "in_scope", "last_internal_audit"),
        "person": ("function", "department", "site", "roles", "active_from", "active_until"),
        "role": ("responsibilities", "reports_to", "safety_critical"),
        "gap-item": ("clause", "rating", "situation", "actions", "assessed_on", "closed_on"),
        "action": ("sources", "due", "done_on", "effectiveness_due", "effectiveness_on"),
        "training-session": ("kind", "held_on", "audience", "trainer", "effectiveness_on"),
        "competence-record": ("person", "role", "requirement", "obtained_on", "valid_until"),
        "policy": ("number", "version", "approved_by", "approved_on", "next_review"),
        "document": ("type", "number", "version", "approved_by", "approved_on", "next_review"),
        "process": ("kind", "purpose", "sites", "predecessors", "successors"),
        "objective": ("statement", "unit", "baseline", "target", "due", "interval"),
        "risk": ("kind", "evaluation", "decision", "actions", "residual", "reviewed_on"),
        "legal-requirement": ("citation", "how_met", "result", "evaluated_on", "next_evaluation"),
        "supplier": ("provides", "criticality", "result", "evaluated_on", "next_evaluation"),
        "change": ("reason", "effective_on", "approved_on", "reviewed_on", "affects"),
        "context-issue": ("kind", "effect", "relevance", "addressed_by", "reviewed_on"),
        "interested-party": ("kind", "need", "relevance", "obligation", "addressed_by"),
        "exercise": ("kind", "held_on", "sites", "result", "actions"),
        "audit-programme": ("period", "planned_audits", "approved_on"),
        "audit": ("kind", "planned", "held", "lead_auditor", "processes", "findings"),
        "finding": ("grade", "clause", "audit", "found_on", "corrective_actions", "closed_on"),
        "corrective-action": ("grade", "clause", "findings", "due", "implemented_on", "closed_on"),
        "management-review": ("held_on", "chair", "actions", "approved_on", "next_review"),
        "certification-audit": ("kind", "body", "planned", "held", "findings"),
        "certificate": ("body", "code", "decided_on", "valid_from", "valid_until"),
    }
)
