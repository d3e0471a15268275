"""The words of a record: its own text fields and its prose without markup."""

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from certfolio.model.prose import Prose
from certfolio.records.origin import Origin
from certfolio.records.record import Record

_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|tr|pre|blockquote|dd|dt)>|<br ?/?>")
_SPACE = re.compile(r"\s+")


def prose_text(record: Record) -> str:
    """Return the prose as plain text, a line for each paragraph, item, heading and cell."""
    if record.prose is None:
        return ""
    lined = _BLOCK_END.sub("\n", record.prose.html)
    return html.unescape(_TAG.sub("", lined))


def sentences(record: Record) -> list[str]:
    """Return the lines of the prose that say something, in lower case, spaces folded."""
    lines = (_SPACE.sub(" ", line).strip().casefold() for line in prose_text(record).split("\n"))
    return [line for line in lines if len(line) > 30]


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield every text field with its name, nested ones too, and the prose as `text`."""
    yield from _texts(record, "")
    if record.prose is not None:
        yield "text", prose_text(record)


def _texts(value: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, name)
    elif is_dataclass(value) and not isinstance(value, type | Prose | Origin):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), name or field.name)
