"""The shapes in which the value of a field can be shown; templates choose by `kind`."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from certfolio.portal.link import ClauseLink, FileLink, RecordLink, StandardLink


@dataclass(frozen=True, slots=True)
class Text:
    """Words, a number or a date; `lang` is given where a record's words are not the page's."""

    kind: ClassVar[str] = "text"
    text: str | float | date
    lang: str | None = None
    is_span: bool = False
    """Whether it is a time from one day to another, which is read in one line."""

    @property
    def is_day(self) -> bool:
        return isinstance(self.text, date)

    @property
    def is_long(self) -> bool:
        """Whether a column needs room for it."""
        return len(str(self.text)) > 40


@dataclass(frozen=True, slots=True)
class Items:
    """Several values of one field."""

    kind: ClassVar[str] = "items"
    items: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Several nested objects: a row each, a column for each property that any of them has."""

    kind: ClassVar[str] = "table"
    label: str
    columns: tuple[str, ...]
    rows: tuple[tuple["Value | None", ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One nested object."""

    kind: ClassVar[str] = "part"
    fields: tuple["Field", ...]


Value = Text | Items | Table | Part | RecordLink | ClauseLink | StandardLink | FileLink


@dataclass(frozen=True, slots=True)
class Field:
    """A field with the name that readers see; `name` is its key in the record."""

    name: str
    label: str
    value: Value
