"""Policy: the record and its row."""

from dataclasses import dataclass
from typing import Literal

from certfolio.model.message import word
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.part import ClauseSupport, StandardId
from certfolio.records.record_type import RecordType
from certfolio.records.reference import PolicyId

Topic = Literal[
    "satisfying requirements",
    "continual improvement",
    "framework for objectives",
    "protection of the environment",
    "compliance obligations",
    "safe and healthy conditions",
    "eliminating hazards",
    "consultation and participation",
    "energy performance improvement",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A commitment that the policy makes."""

    commitment: str
    where: str
    covers: Topic | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(ControlledDocument):
    """A policy of top management (5.2); a controlled document with the commitments it makes."""

    status: Literal[
        "draft", "in review", "approved", "effective", "under revision", "superseded", "withdrawn"
    ]
    standards: tuple[StandardId, ...]
    clauses: tuple[ClauseSupport, ...]
    replaces: PolicyId | None = None
    commitments: tuple[Commitment, ...]
    communicated: tuple[str, ...]
    external_availability: str


TYPE = RecordType(
    name="policy",
    record=Policy,
    folder="policies",
    prefix="POL",
    step=3,
    noun=word("type", "Policy"),
    plural=word("types", "Policies"),
)
