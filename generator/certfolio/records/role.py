"""Role: the record and its row."""

from dataclasses import dataclass
from typing import Literal

from certfolio.model.message import word
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import RoleId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceRequirement:
    """What a holder of the role must be able to do."""

    requirement: str
    valid_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """A role of the management system with its responsibilities, authorities and the
    competence it needs (5.3, 7.2).
    """

    status: Literal["active", "retired"]
    responsibilities: tuple[str, ...]
    authorities: tuple[str, ...] = ()
    competence: tuple[CompetenceRequirement, ...]
    safety_critical: bool = False
    audits_internally: bool = False
    reports_to: RoleId | None = None


TYPE = RecordType(
    name="role",
    record=Role,
    folder="roles",
    prefix="ROLE",
    step=0,
    noun=word("type", "Role"),
    plural=word("types", "Roles"),
)
