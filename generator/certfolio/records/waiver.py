"""Waiver: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import AnyId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Record):
    """A readiness rule that need not be met for some records.

    Why, who answers for it, and until when; an expired waiver counts no longer and is told.
    """

    status: Literal["proposed", "approved", "withdrawn"]
    rule: str
    applies_to: tuple[AnyId, ...]
    reason: str
    approved_by: PersonId
    approved_on: date
    expires_on: date


TYPE = RecordType(
    name="waiver",
    record=Waiver,
    folder="waivers",
    prefix="WVR",
    step=0,
    noun=word("type", "Waiver"),
    plural=word("types", "Waivers"),
)
