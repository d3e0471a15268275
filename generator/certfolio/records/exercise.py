"""Exercise: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import Interval
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import ActionId, EvidenceId, PersonId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Record):
    """An emergency drill, continuity exercise or restore test and what was learned."""

    status: Literal["planned", "held", "reported", "cancelled"]
    kind: Literal["emergency drill", "continuity exercise", "restore test", "tabletop"]
    scenario: str
    held_on: date
    sites: tuple[SiteId, ...]
    participants: tuple[PersonId, ...] = ()
    interval: Interval | None = None
    result: str | None = None
    lessons: str | None = None
    report: tuple[EvidenceId, ...] = ()
    actions: tuple[ActionId, ...] = ()


TYPE = RecordType(
    name="exercise",
    record=Exercise,
    folder="exercises",
    prefix="EXC",
    step=4,
    noun=word("type", "Exercise"),
    plural=word("types", "Exercises"),
)
