"""What of a file can be looked at on a page without opening it; nothing here can run."""

from dataclasses import dataclass
from typing import ClassVar

from certfolio.model.message import Message


@dataclass(frozen=True, slots=True)
class PicturePreview:
    """A picture that is small enough to be shown; sizes in pixels."""

    kind: ClassVar[str] = "picture"
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class TextPreview:
    """The first lines of a text; what could not be seen, such as an escape, is made visible.

    `is_cut` says that the file holds more, `is_altered` that something was made visible.
    """

    kind: ClassVar[str] = "text"
    text: str
    encoding: Message
    is_cut: bool
    is_altered: bool


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The first rows and columns of a table of separated values.

    `has_formulas` says that a spreadsheet would compute some of the cells.
    """

    kind: ClassVar[str] = "table"
    rows: tuple[tuple[str, ...], ...]
    encoding: Message
    separator: Message
    is_cut: bool
    has_formulas: bool


@dataclass(frozen=True, slots=True)
class DocumentPreview:
    """A PDF in which nothing was found that acts by itself; the browser can show it."""

    kind: ClassVar[str] = "document"


@dataclass(frozen=True, slots=True)
class NoPreview:
    """A file that might have been shown, and why it is not."""

    kind: ClassVar[str] = "none"
    reason: Message


Preview = PicturePreview | TextPreview | TablePreview | DocumentPreview | NoPreview
