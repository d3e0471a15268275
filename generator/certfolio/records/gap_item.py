"""Gap item: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import ActionId, EvidenceId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class GapItem(Record):
    """What the gap analysis found for one clause: the situation, a rating and what follows."""

    status: Literal["open", "action planned", "closed"]
    clause: ClauseRef
    situation: str
    rating: Literal["met", "partly met", "not met", "not applicable", "not assessed"]
    reason: str | None = None
    assessor: PersonId
    assessed_on: date
    actions: tuple[ActionId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    closed_on: date | None = None


TYPE = RecordType(
    name="gap-item",
    record=GapItem,
    folder="gap-items",
    prefix="GAP",
    step=1,
    noun=word("type", "Gap item"),
    plural=word("types", "Gap items"),
)
