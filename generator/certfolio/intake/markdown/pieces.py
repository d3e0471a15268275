"""Cuts sanitized HTML into tags and text, and puts tags together again.

Only for what the sanitizer wrote: there every attribute has a quoted value
and every `<` and `>` in text is escaped, so that cutting is exact.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape

_TAG = re.compile(r'(<(?:[^">]|"[^"]*")*>)')
_NAME = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag or the text between two tags, as it stands in the HTML."""

    source: str

    @property
    def tag(self) -> str:
        """The name of the element, empty for text."""
        match = _NAME.match(self.source)
        return match[1] if match else ""

    @property
    def is_opening(self) -> bool:
        return self.source.startswith("<") and not self.is_closing

    @property
    def is_closing(self) -> bool:
        return self.source.startswith("</")

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of a tag with their entities decoded."""
        return {name: unescape(value) for name, value in _ATTRIBUTE.findall(self.source)}


def cut(html: str) -> list[Piece]:
    """Return the tags and texts of sanitized HTML in order; together they are the HTML."""
    return [Piece(source) for source in _TAG.split(html) if source]


def opening(tag: str, attributes: Mapping[str, str]) -> str:
    """Write an opening tag the way the sanitizer does."""
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}>"


def text_of(pieces: Iterable[Piece]) -> str:
    """Return what a reader hears: the text, and the alternative text of images."""
    words = (
        piece.attributes.get("alt", "") if piece.tag == "img" else _visible(piece)
        for piece in pieces
    )
    return " ".join("".join(words).split())


def _visible(piece: Piece) -> str:
    return "" if piece.source.startswith("<") else unescape(piece.source)
