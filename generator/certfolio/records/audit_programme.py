"""Audit programme: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import Period, StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import InternalAuditId, PersonId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeBasis:
    """What the programme was built on."""

    importance: str
    earlier_results: str
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditProgramme(Record):
    """The internal audits of a period.

    How often, by whom, by what method, and on what basis (9.2.2).
    """

    status: Literal["draft", "approved", "running", "completed", "reviewed"]
    standards: tuple[StandardId, ...]
    period: Period
    approved_by: PersonId
    approved_on: date | None = None
    frequency: str
    methods: str
    responsibilities: str
    planned_audits: tuple[InternalAuditId, ...]
    basis: ProgrammeBasis
    reporting: str
    sites: tuple[SiteId, ...] = ()
    reviewed_on: date | None = None
    review_result: str | None = None


TYPE = RecordType(
    name="audit-programme",
    record=AuditProgramme,
    folder="audit-programmes",
    prefix="APR",
    step=5,
    noun=word("type", "Audit programme"),
    plural=word("types", "Audit programmes"),
)
