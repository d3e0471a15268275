"""Objective: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import Interval, StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import ActionId, PolicyId, ProcessId


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A measured value."""

    on: date
    value: float
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """An objective with how it is measured, who reaches it with what, and the values so far
    (6.2, 9.1).
    """

    status: Literal["planned", "on track", "at risk", "missed", "achieved", "dropped"]
    standards: tuple[StandardId, ...]
    statement: str
    policy: PolicyId
    measure: str
    unit: str
    baseline: float
    target: float
    better: Literal["higher", "lower"]
    due: date
    actions_planned: str
    resources: str
    evaluation: str
    interval: Interval
    measurements: tuple[Measurement, ...]
    process: ProcessId | None = None
    actions: tuple[ActionId, ...] = ()


TYPE = RecordType(
    name="objective",
    record=Objective,
    folder="objectives",
    prefix="OBJ",
    step=4,
    noun=word("type", "Objective"),
    plural=word("types", "Objectives"),
)
