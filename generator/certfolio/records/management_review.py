"""Management review: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import (
    ActionId,
    AnyId,
    EvidenceId,
    ManagementReviewId,
    PersonId,
    SiteId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewInput:
    """One topic that the review looked at (9.3.2)."""

    topic: Literal[
        "actions from earlier reviews",
        "changes in context",
        "changes in interested parties",
        "nonconformities and corrective actions",
        "monitoring and measurement results",
        "audit results",
        "opportunities for improvement",
        "customer satisfaction and feedback",
        "achievement of objectives",
        "process performance and conformity",
        "performance of external providers",
        "adequacy of resources",
        "actions on risks and opportunities",
        "risk assessment and treatment",
        "feedback from interested parties",
        "compliance obligations",
        "significant aspects",
        "communications and complaints",
        "incidents",
        "consultation and participation of workers",
        "suitability of policy",
        "need for changes",
        "continuity plans and capabilities",
        "service performance",
        "energy performance",
        "other",
    ]
    standards: tuple[StandardId, ...] = ()
    content: str | None = None
    references: tuple[AnyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewResult:
    """One category of results (9.3.3)."""

    category: Literal[
        "opportunities for improvement",
        "changes to the system",
        "resource needs",
        "conclusion on suitability, adequacy and effectiveness",
        "actions for missed objectives",
        "integration with business processes",
        "strategic direction",
        "changes to scope",
        "updates of plans and analyses",
        "other",
    ]
    decision: str | None = None
    none_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousAction:
    """Where an action of the review before stands."""

    action: ActionId
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagementReview(Record):
    """A review by top management: every input, every decision, every action (9.3)."""

    status: Literal["planned", "held", "approved"]
    standards: tuple[StandardId, ...]
    held_on: date
    chair: PersonId
    attendees: tuple[PersonId, ...]
    inputs: tuple[ReviewInput, ...]
    results: tuple[ReviewResult, ...]
    actions: tuple[ActionId, ...]
    previous: ManagementReviewId | None = None
    previous_actions: tuple[PreviousAction, ...] = ()
    sites: tuple[SiteId, ...] = ()
    approved_by: PersonId | None = None
    approved_on: date | None = None
    minutes: tuple[EvidenceId, ...] = ()
    next_review: date | None = None


TYPE = RecordType(
    name="management-review",
    record=ManagementReview,
    folder="management-reviews",
    prefix="MR",
    step=6,
    noun=word("type", "Management review"),
    plural=word("types", "Management reviews"),
)
