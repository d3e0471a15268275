"""content/portal.yaml: what the organization says about the portal as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.records.origin import Origin
from certfolio.records.part import Period, StandardId
from certfolio.records.reference import AnyId, PersonId, PersonOrRoleId

OptionalPage = Literal["evidence-scan", "withheld", "known-gaps"]

WithheldReason = Literal[
    "personal data",
    "trade secret",
    "security",
    "contract",
    "legal advice",
    "working paper",
    "other",
]
KnownDelivery = Literal["mail", "upload", "share", "stick", "no-zip"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredStandard:
    """A standard, with its edition, that the organization wants to be certified to."""

    standard: StandardId
    certificate_scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDates:
    """Planned days of the certification audit; None where no date is agreed yet."""

    stage_1: date | None = None
    stage_2: date | None = None
    decision: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who an edition of the portal is for: a ceiling, and the record types it leaves out.

    `leaves_out` also takes the words `readiness` and `draft`; where portal.yaml does not say it,
    intake fills it in. `shows` names pages that an edition has only where it is asked for them.
    """

    name: str
    ceiling: Classification
    leaves_out: tuple[str, ...] = ()
    shows: tuple[OptionalPage, ...] = ()
    watermark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A way by which the organization hands packages over: one that is known, with other limits.

    Sizes are in millions of bytes; `prefix` is the folder at the receiver's, `refuses` kinds of
    files by suffix, without the dot, that are refused there too.
    """

    name: str
    like: KnownDelivery
    title: str | None = None
    prefix: str | None = None
    longest_path: int | None = None
    largest_part_mb: int | None = None
    largest_total_mb: int | None = None
    most_parts: int | None = None
    refuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """Something that editions leave out, in words that the organization wrote for their readers.

    Nothing of it is taken from a record. `audiences` are those that are told, all who show the page
    when empty; `extent` says how much there is, where the organization wants to say it.
    """

    title: str
    category: WithheldReason
    reason: str
    ask: PersonOrRoleId
    on_site: str | None = None
    extent: str | None = None
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGap:
    """Something that is missing, which the organization tells itself: its plan and by when."""

    title: str
    missing: str
    plan: str
    due: date
    owner: PersonId
    clauses: tuple[ClauseRef, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalSettings:
    """The organization's own settings.

    `as_of` is the day of judgement: a date, the word `today`, or None when it must be given with
    `--as-of`. `thresholds` are the configurable values of the readiness rules, by name.
    """

    title: str
    organization: AnyId
    standards: tuple[DeclaredStandard, ...]
    audiences: tuple[Audience, ...]
    audit_period: Period
    certification_body: str | None = None
    planned: PlannedDates = field(default_factory=PlannedDates)
    lang: str = "en"
    as_of: str | None = None
    deliveries: tuple[Delivery, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    known_gaps: tuple[KnownGap, ...] = ()
    thresholds: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    origin: Origin = field(default=Origin.at("content/portal.yaml"), compare=False, repr=False)
