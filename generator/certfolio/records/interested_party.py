"""Interested party: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import AnyId


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestedParty(Record):
    """Somebody with needs and expectations that the system must know (4.2)."""

    status: Literal["active", "closed"]
    kind: Literal["internal", "external"]
    need: str
    relevance: Literal["high", "medium", "low"]
    obligation: bool
    addressed_by: tuple[AnyId, ...] = ()
    not_addressed_reason: str | None = None
    reviewed_on: date


TYPE = RecordType(
    name="interested-party",
    record=InterestedParty,
    folder="interested-parties",
    prefix="INT",
    step=4,
    noun=word("type", "Interested party"),
    plural=word("types", "Interested parties"),
)
