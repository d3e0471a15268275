"""Audit finding: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import AuditId, CorrectiveActionId, EvidenceId, ProcessId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """What an audit found against one clause, and its grade (10.2; 17021-1, 9.4.5)."""

    status: Literal["open", "in progress", "closed", "withdrawn"]
    audit: AuditId
    grade: Literal["major", "minor", "opportunity for improvement", "area of concern", "strength"]
    clause: ClauseRef
    requirement: str
    evidence_seen: str
    statement: str
    found_on: date
    process: ProcessId | None = None
    site: SiteId | None = None
    evidence: tuple[EvidenceId, ...] = ()
    corrective_actions: tuple[CorrectiveActionId, ...] = ()
    response_due: date | None = None
    response_sent: date | None = None
    resolution: str | None = None
    closed_on: date | None = None


TYPE = RecordType(
    name="finding",
    record=Finding,
    folder="findings",
    prefix="F",
    step=5,
    noun=word("type", "Audit finding"),
    plural=word("types", "Audit findings"),
)
