"""Corrective action: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import EvidenceId, FindingId, PersonId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What put the occurrence itself right."""

    what: str
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtentAtSite:
    """What the extent check showed at one site."""

    site: SiteId
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectiveAction(Record):
    """A nonconformity and what is done about it.

    Correction, extent, cause, action, effectiveness (10.2).
    """

    status: Literal[
        "open",
        "contained",
        "cause found",
        "action planned",
        "implemented",
        "verification pending",
        "closed effective",
        "reopened",
        "rejected",
    ]
    source: Literal[
        "audit", "complaint", "incident", "monitoring", "supplier", "certification body", "other"
    ]
    findings: tuple[FindingId, ...]
    found_on: date
    found_by: PersonId | None = None
    clause: ClauseRef
    requirement: str
    evidence_seen: str
    grade: Literal["major", "minor"]
    containment: str | None = None
    correction: Correction | None = None
    extent: str | None = None
    extent_sites: tuple[ExtentAtSite, ...] = ()
    cause_method: str | None = None
    cause: str | None = None
    action: str | None = None
    action_owner: PersonId | None = None
    due: date | None = None
    implemented_on: date | None = None
    effectiveness_criterion: str | None = None
    effectiveness_result: str | None = None
    verified_by: PersonId | None = None
    verified_on: date | None = None
    closed_on: date | None = None
    risks_updated: str | None = None
    system_change: str | None = None
    evidence: tuple[EvidenceId, ...] = ()
    response_due: date | None = None
    response_sent: date | None = None
    rejected_reason: str | None = None


TYPE = RecordType(
    name="corrective-action",
    record=CorrectiveAction,
    folder="corrective-actions",
    prefix="CAR",
    step=5,
    noun=word("type", "Corrective action"),
    plural=word("types", "Corrective actions"),
)
