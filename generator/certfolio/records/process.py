"""Process: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.part import ClauseSupport, Interval
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import (
    DocumentId,
    EvidenceId,
    ProcessId,
    RiskId,
    RoleId,
    SiteId,
    SupplierId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessInput:
    """Something a process needs, and where it comes from."""

    what: str
    process: ProcessId | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessOutput:
    """Something a process produces, and who receives it."""

    what: str
    process: ProcessId | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue:
    """A value of an indicator."""

    on: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A figure by which the process is judged."""

    name: str
    unit: str
    target: float
    better: Literal["higher", "lower"]
    interval: Interval
    values: tuple[IndicatorValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who answers for which part."""

    role: RoleId
    responsibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outsourcing:
    """An outsourced part and how it is kept under control."""

    what: str
    supplier: SupplierId | None = None
    control: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """A process of the management system (4.4).

    What goes in, what comes out, who, with what, how it is judged.
    """

    status: Literal["planned", "operating", "changing", "retired"]
    clauses: tuple[ClauseSupport, ...]
    kind: Literal["management", "core", "support"]
    purpose: str
    inputs: tuple[ProcessInput, ...]
    outputs: tuple[ProcessOutput, ...]
    criteria: tuple[str, ...]
    indicators: tuple[Indicator, ...] = ()
    resources: tuple[str, ...]
    responsibilities: tuple[Responsibility, ...]
    risks: tuple[RiskId, ...]
    activities: tuple[str, ...] = ()
    predecessors: tuple[ProcessId, ...] = ()
    successors: tuple[ProcessId, ...] = ()
    sites: tuple[SiteId, ...]
    documents: tuple[DocumentId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    outsourced: tuple[Outsourcing, ...] = ()
    last_change: date | None = None
    maturity: str | None = None


TYPE = RecordType(
    name="process",
    record=Process,
    folder="processes",
    prefix="PRC",
    step=3,
    noun=word("type", "Process"),
    plural=word("types", "Processes"),
)
