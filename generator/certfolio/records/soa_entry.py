"""Statement of applicability entry: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import (
    ActionId,
    DocumentId,
    EvidenceId,
    LegalRequirementId,
    PersonId,
    RiskId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoaEntry(Record):
    """The decision on one control (Statement of Applicability, 6.1.3).

    Needed or not, why, and how far it is in place.
    """

    status: Literal["implemented", "partly implemented", "planned", "not implemented", "excluded"]
    control: ClauseRef
    applicable: bool
    justification: str
    reasons: tuple[Literal["risk", "law", "contract", "business need", "good practice"], ...] = ()
    risks: tuple[RiskId, ...] = ()
    obligations: tuple[LegalRequirementId, ...] = ()
    implementation: str | None = None
    documents: tuple[DocumentId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    actions: tuple[ActionId, ...] = ()
    soa_version: str
    approved_by: PersonId | None = None
    approved_on: date | None = None


TYPE = RecordType(
    name="soa-entry",
    record=SoaEntry,
    folder="statement-of-applicability",
    prefix="SOA",
    step=3,
    noun=word("type", "Statement of applicability entry"),
    plural=word("types", "Statement of applicability"),
)
