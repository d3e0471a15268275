"""Risk or opportunity: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import ActionId, DocumentId, PersonId, ProcessId


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Likelihood and impact by the approved criteria, one to five."""

    likelihood: int
    impact: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """An environmental aspect behind the risk."""

    aspect: str
    impact: str
    life_cycle_stage: str
    significant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A hazard to people behind the risk."""

    hazard: str
    hierarchy: Literal[
        "eliminate", "substitute", "engineering", "administrative", "protective equipment"
    ]
    control: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Record):
    """A risk or an opportunity.

    Where it comes from, how it is judged, what is decided and done (6.1).
    """

    status: Literal["identified", "evaluated", "treated", "accepted", "closed"]
    kind: Literal["risk", "opportunity"]
    description: str
    source: Literal["context", "process", "aspect", "hazard", "asset", "change", "obligation"]
    criteria: DocumentId
    evaluation: Rating
    decision: Literal["reduce", "avoid", "share", "accept", "pursue"]
    reason: str | None = None
    actions: tuple[ActionId, ...]
    controls: tuple[ClauseRef, ...] = ()
    residual: Rating | None = None
    effectiveness: str | None = None
    reviewed_on: date
    treatment_approved_by: PersonId | None = None
    residual_accepted_by: PersonId | None = None
    residual_accepted_on: date | None = None
    processes: tuple[ProcessId, ...] = ()
    asset: str | None = None
    aspect: Aspect | None = None
    hazard: Hazard | None = None


TYPE = RecordType(
    name="risk",
    record=Risk,
    folder="risks",
    prefix="R",
    step=4,
    noun=word("type", "Risk or opportunity"),
    plural=word("types", "Risks and opportunities"),
)
