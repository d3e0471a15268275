"""Context issue: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import AnyId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimateDecision:
    """The decision whether climate change is relevant (4.1, amendment of 2024)."""

    relevant: bool
    reason: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextIssue(Record):
    """An internal or external issue that matters to the purpose of the organization (4.1)."""

    status: Literal["active", "closed"]
    kind: Literal["internal", "external"]
    effect: str
    relevance: Literal["high", "medium", "low"]
    addressed_by: tuple[AnyId, ...] = ()
    not_addressed_reason: str | None = None
    reviewed_on: date
    climate: ClimateDecision | None = None


TYPE = RecordType(
    name="context-issue",
    record=ContextIssue,
    folder="context-issues",
    prefix="CTX",
    step=4,
    noun=word("type", "Context issue"),
    plural=word("types", "Context issues"),
)
