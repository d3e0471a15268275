"""Supplier: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import EvidenceId, PersonId, ProcessId


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierException:
    """Leave to use a supplier that is not approved."""

    approved_by: PersonId
    reason: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier(Record):
    """An external provider: what it provides, how critical it is and how it was evaluated (8.4)."""

    status: Literal["proposed", "approved", "conditional", "suspended", "rejected"]
    provides: str
    criticality: Literal["critical", "important", "minor"]
    criteria: tuple[str, ...]
    evaluated_on: date
    result: str
    controls: str
    next_evaluation: date
    processes: tuple[ProcessId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    exception: SupplierException | None = None


TYPE = RecordType(
    name="supplier",
    record=Supplier,
    folder="suppliers",
    prefix="SUP",
    step=4,
    noun=word("type", "Supplier"),
    plural=word("types", "Suppliers"),
)
