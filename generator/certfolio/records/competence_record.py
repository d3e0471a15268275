"""Competence record: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import ActionOrMoreId, EvidenceId, PersonId, RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceRecord(Record):
    """That a person meets one competence requirement of a role, how that is known and until
    when (7.2).
    """

    status: Literal["required", "in progress", "competent", "expired", "waived"]
    person: PersonId
    role: RoleId
    requirement: str
    evidence: tuple[EvidenceId, ...] = ()
    obtained_on: date | None = None
    valid_until: date | None = None
    does_not_expire: bool = False
    assessed_by: PersonId | None = None
    result: str | None = None
    renewal: ActionOrMoreId | None = None
    waived_reason: str | None = None


TYPE = RecordType(
    name="competence-record",
    record=CompetenceRecord,
    folder="competence-records",
    prefix="CMP",
    step=2,
    noun=word("type", "Competence record"),
    plural=word("types", "Competence records"),
)
