"""Action: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import AnyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """Something somebody has to do by a date, wherever it came from.

    A gap, a risk, a review, a finding.
    """

    status: Literal["open", "in progress", "done", "cancelled"]
    description: str
    sources: tuple[AnyId, ...]
    due: date
    done_on: date | None = None
    result: str | None = None
    effectiveness: str | None = None
    effectiveness_due: date | None = None
    effectiveness_on: date | None = None
    cancelled_reason: str | None = None


TYPE = RecordType(
    name="action",
    record=Action,
    folder="actions",
    prefix="ACT",
    step=1,
    noun=word("type", "Action"),
    plural=word("types", "Actions"),
)
