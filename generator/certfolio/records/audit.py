"""Internal audit: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.part import Period, StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import (
    AuditProgrammeId,
    EvidenceId,
    FindingId,
    PersonId,
    ProcessId,
    SiteId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditTest:
    """Something the audit looked at."""

    what: str
    clause: ClauseRef | None = None
    evidence: tuple[EvidenceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Record):
    """An internal or supplier audit.

    Objectives, criteria, scope, team, what was tested and what was not, conclusion (9.2).
    """

    status: Literal["planned", "in progress", "reported", "closed", "cancelled"]
    standards: tuple[StandardId, ...]
    programme: AuditProgrammeId
    kind: Literal["internal", "supplier"]
    objectives: str
    criteria: tuple[str, ...]
    processes: tuple[ProcessId, ...]
    sites: tuple[SiteId, ...]
    audited_clauses: tuple[ClauseRef, ...]
    lead_auditor: PersonId
    team: tuple[PersonId, ...]
    planned: Period
    held: Period | None = None
    method: Literal["on site", "remote", "hybrid"] | None = None
    tested: tuple[AuditTest, ...] = ()
    not_sampled: tuple[str, ...] = ()
    interviewees: tuple[PersonId, ...] = ()
    report_date: date | None = None
    recipients: tuple[PersonId, ...] = ()
    conclusion: str | None = None
    findings: tuple[FindingId, ...] = ()
    no_findings: bool = False
    report: tuple[EvidenceId, ...] = ()
    changes_from_plan: str | None = None
    delay_reason: str | None = None


TYPE = RecordType(
    name="audit",
    record=Audit,
    folder="audits",
    prefix="AUD",
    step=5,
    noun=word("type", "Internal audit"),
    plural=word("types", "Internal audits"),
)
