"""Training session: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import DocumentId, EvidenceId, PersonId

AwarenessTopic = Literal[
    "policy",
    "own contribution",
    "effect of not conforming",
    "objectives",
    "quality culture and ethical behaviour",
    "aspects and impacts of the work",
    "hazards and incidents",
    "right to leave danger",
    "own role in a disruption",
    "effect of the work on energy performance",
    "services relevant to the work",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSession(Record):
    """A training or awareness session: what about, who was there, what it achieved (7.2, 7.3)."""

    status: Literal["planned", "held", "evaluated", "cancelled"]
    standards: tuple[StandardId, ...]
    kind: Literal["awareness", "competence", "auditor", "induction", "emergency"]
    topics: tuple[str, ...]
    covers: tuple[AwarenessTopic, ...] = ()
    held_on: date
    trainer: str
    audience: str
    attendees: tuple[PersonId, ...]
    duration_minutes: int
    material: str
    evaluation_method: str
    effectiveness_due: date | None = None
    effectiveness_result: str | None = None
    effectiveness_on: date | None = None
    documents: tuple[DocumentId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()


TYPE = RecordType(
    name="training-session",
    record=TrainingSession,
    folder="training-sessions",
    prefix="TRN",
    step=2,
    noun=word("type", "Training session"),
    plural=word("types", "Training sessions"),
)
