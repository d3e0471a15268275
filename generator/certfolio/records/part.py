"""Parts that several record types share; each is defined once in schema/definitions.schema.json."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.records.reference import AnyId

StandardId = Annotated[str, "standard"]

Interval = Literal[
    "daily",
    "weekly",
    "monthly",
    "quarterly",
    "half-yearly",
    "yearly",
    "every-2-years",
    "every-3-years",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day, both included."""

    begins: date
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """A file that belongs to a record; `path` is below content/files/, with forward slashes.

    `classification` raises the level of the file above its record's; it never lowers it.
    `macros_allowed` is the reason why an Office file is handed over with its macros.
    """

    path: str
    title: str | None = None
    sha256: str | None = None
    classification: Classification | None = None
    macros_allowed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseSupport:
    """A clause that a record supports, and why, in the author's words."""

    clause: ClauseRef
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another record worth opening from a record, and why."""

    to: AnyId
    why: str
