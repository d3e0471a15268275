"""Certificate: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import CertificationAuditId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    """An application for certification and, after the decision, the certificate (17021-1,
    8.2.2).
    """

    status: Literal[
        "applied",
        "stage 1 planned",
        "stage 1 done",
        "stage 2 planned",
        "stage 2 done",
        "pending closure",
        "certified",
        "suspended",
        "withdrawn",
        "expired",
    ]
    standards: tuple[StandardId, ...]
    body: str
    accreditation_body: str
    accreditation_scope: str
    contract_date: date
    scope_text: str
    sites: tuple[SiteId, ...]
    audits: tuple[CertificationAuditId, ...]
    soa_version: str | None = None
    decided_on: date | None = None
    code: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    surveillance: tuple[date, ...] = ()
    transition_plan: str | None = None


TYPE = RecordType(
    name="certificate",
    record=Certificate,
    folder="certificates",
    prefix="CRT",
    step=7,
    noun=word("type", "Certificate"),
    plural=word("types", "Certificates"),
)
