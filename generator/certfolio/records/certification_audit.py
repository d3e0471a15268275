"""Certification audit: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import Period, StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import EvidenceId, FindingId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationAudit(Record):
    """An audit by the certification body.

    Stage 1, stage 2, surveillance or recertification (17021-1).
    """

    status: Literal["planned", "held", "reported", "closed", "cancelled"]
    standards: tuple[StandardId, ...]
    kind: Literal["stage 1", "stage 2", "surveillance", "recertification", "special"]
    body: str
    team: tuple[str, ...]
    planned: Period
    held: Period | None = None
    sites: tuple[SiteId, ...] = ()
    method: Literal["on site", "remote", "hybrid"] | None = None
    report: tuple[EvidenceId, ...] = ()
    findings: tuple[FindingId, ...] = ()
    conclusion: str | None = None
    response_due: date | None = None


TYPE = RecordType(
    name="certification-audit",
    record=CertificationAudit,
    folder="certification-audits",
    prefix="CBA",
    step=7,
    noun=word("type", "Certification audit"),
    plural=word("types", "Certification audits"),
)
