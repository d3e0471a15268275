"""Change: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import AnyId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """A planned change to the management system (6.3), thought through before it takes effect."""

    status: Literal["planned", "approved", "implemented", "reviewed", "cancelled"]
    reason: str
    consequences: str
    integrity: str
    resources: str
    responsibilities: str
    effective_on: date
    approved_by: PersonId
    approved_on: date | None = None
    reviewed_on: date | None = None
    review_result: str | None = None
    affects: tuple[AnyId, ...] = ()
    significant: bool = False


TYPE = RecordType(
    name="change",
    record=Change,
    folder="changes",
    prefix="CHG",
    step=4,
    noun=word("type", "Change"),
    plural=word("types", "Changes"),
)
