"""Evidence: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import ClauseSupport, FileEntry, Interval, Period
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import PersonId, ProcessId, SiteId

EvidenceType = Literal[
    "record",
    "log or export",
    "minutes",
    "certificate",
    "contract",
    "photo",
    "screenshot",
    "interview note",
    "observation",
    "measurement",
    "training record",
    "test report",
    "permit",
    "communication",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """Proof that something was done.

    What it is, when, from where, for which clauses, and who accepted it (7.5.3).
    """

    status: Literal["collected", "under review", "accepted", "rejected", "expired", "withdrawn"]
    clauses: tuple[ClauseSupport, ...]
    type: EvidenceType
    dated: date
    period: Period | None = None
    valid_until: date | None = None
    interval: Interval | None = None
    source: str
    files: tuple[FileEntry, ...] = ()
    available_on_site: str | None = None
    location: str | None = None
    collected_by: PersonId | None = None
    custodian: PersonId | None = None
    accepted_by: PersonId | None = None
    accepted_on: date | None = None
    rejected_reason: str | None = None
    site: SiteId | None = None
    process: ProcessId | None = None
    sample: str | None = None
    participants: tuple[PersonId, ...] = ()
    personal_data: bool = False
    redaction: str | None = None


TYPE = RecordType(
    name="evidence",
    record=Evidence,
    folder="evidence",
    prefix="E",
    step=4,
    noun=word("type", "Evidence"),
    plural=word("types", "Evidence"),
)
