"""Organization: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultant:
    """Someone outside who helped to build the system; the certification body asks for it
    (17021-1, 5.2).
    """

    name: str
    service: str
    begins: date
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """The organization that is to be certified: who it is, legally and in numbers."""

    status: Literal["active", "closed"]
    legal_name: str
    address: str
    headcount: int
    sectors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    consultants: tuple[Consultant, ...] = ()
    representative: PersonId | None = None


TYPE = RecordType(
    name="organization",
    record=Organization,
    folder="organization",
    prefix="ORG",
    step=0,
    noun=word("type", "Organization"),
    plural=word("types", "Organization"),
)
