"""The words of a record: its own text fields and its prose without markup."""

import html
import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

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


def texts(record: Record) -> list[tuple[str, str]]:
    """Return every text field with its name, nested ones too, and the prose as `text`, last."""
    found: list[tuple[str, str]] = []
    _collect(record, "", found)
    if record.prose is not None:
        found.append(("text", prose_text(record)))
    return found


def _collect(value: Any, name: str, found: list[tuple[str, str]]) -> None:
    # every text of every record comes by here, several times: a list is twice as fast as yielding
    if isinstance(value, str):
        found.append((name, value))
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, name, found)
    else:
        kind: Any = type(value)
        for part in _parts(kind):
            _collect(getattr(value, part), name or part, found)


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """Return the fields to look into: those of a dataclass, but for prose and places."""
    is_looked_into = is_dataclass(kind) and kind not in (Prose, Origin)
    return tuple(field.name for field in fields(kind)) if is_looked_into else ()
