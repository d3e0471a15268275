"""Person: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import PersonId, ProcessId, RoleId, SiteId


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerWork:
    """A process the person has left; auditing it soon afterwards is not independent."""

    process: ProcessId
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who works for the organization.

    Function, roles and dates; the independence rules depend on it.
    """

    status: Literal["active", "on leave", "left"]
    function: str
    department: str
    top_management: bool
    active_from: date
    active_until: date | None = None
    site: SiteId | None = None
    roles: tuple[RoleId, ...] = ()
    processes: tuple[ProcessId, ...] = ()
    formerly: tuple[FormerWork, ...] = ()
    deputy: PersonId | None = None


TYPE = RecordType(
    name="person",
    record=Person,
    folder="people",
    prefix="P",
    step=0,
    noun=word("type", "Person"),
    plural=word("types", "People"),
)
