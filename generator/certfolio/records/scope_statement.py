"""Scope statement: the record and its row."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from certfolio.model.clause import ClauseRef
from certfolio.model.message import word
from certfolio.records.part import StandardId
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.reference import (
    LegalRequirementId,
    PersonId,
    ScopeStatementId,
    SiteId,
    SupplierId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsourcedPart:
    """A process or part that someone else carries out for the organization."""

    what: str
    supplier: SupplierId | None = None
    control: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable:
    """A requirement that does not apply to the organization."""

    clause: ClauseRef
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseDecision:
    """A decision on documented information that a clause asks for only under a condition."""

    clause: ClauseRef
    applies: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeStatement(Record):
    """What the management system covers, where, and which requirements do not apply (clause
    4.3).
    """

    status: Literal["draft", "in review", "approved", "superseded"]
    standards: tuple[StandardId, ...]
    text: str
    version: str
    sites: tuple[SiteId, ...]
    activities: tuple[str, ...] = ()
    outsourced: tuple[OutsourcedPart, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    decisions: tuple[ClauseDecision, ...] = ()
    legal_obligations: tuple[LegalRequirementId, ...] = ()
    approved_by: PersonId | None = None
    approved_on: date | None = None
    effective_on: date | None = None
    next_review: date | None = None
    replaces: ScopeStatementId | None = None


TYPE = RecordType(
    name="scope-statement",
    record=ScopeStatement,
    folder="scope-statements",
    prefix="SCP",
    step=1,
    noun=word("type", "Scope statement"),
    plural=word("types", "Scope statements"),
)
