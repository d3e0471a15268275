"""Legal requirement: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import ActionId, EvidenceId, ProcessId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRequirement(Record):
    """A law or other obligation, what it means here and whether it is met (legal register)."""

    status: Literal["in force", "amended", "repealed"]
    citation: str
    jurisdiction: str
    meaning: str
    sites: tuple[SiteId, ...]
    processes: tuple[ProcessId, ...]
    how_met: str
    evaluated_on: date
    result: Literal["compliant", "partly", "not compliant", "not evaluated"]
    next_evaluation: date
    actions: tuple[ActionId, ...] = ()
    serious: bool = False
    evidence: tuple[EvidenceId, ...] = ()


TYPE = RecordType(
    name="legal-requirement",
    record=LegalRequirement,
    folder="legal-requirements",
    prefix="LEG",
    step=4,
    noun=word("type", "Legal requirement"),
    plural=word("types", "Legal register"),
)
