"""Site: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(Record):
    """A place where the organization works: address, activities, people (MD 1)."""

    status: Literal["active", "closed"]
    kind: Literal["central function", "permanent", "temporary", "virtual"]
    address: str
    activities: tuple[str, ...]
    headcount: int
    in_scope: bool
    shifts: str | None = None
    hazards: str | None = None
    last_internal_audit: date | None = None
    legal_entity: str | None = None


TYPE = RecordType(
    name="site",
    record=Site,
    folder="sites",
    prefix="SITE",
    step=0,
    noun=word("type", "Site"),
    plural=word("types", "Sites"),
)
