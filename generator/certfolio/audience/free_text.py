"""Yields what somebody wrote in words of their own, and where; references are no such words."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from certfolio.model.prose import Prose
from certfolio.records.field_walk import marked_values
from certfolio.records.origin import Origin

TAG = re.compile(r"<[^<>]*>")
_SPOKEN = re.compile(r'\s(?:alt|title|aria-label)="([^"]*)"')


def free_texts(holder: object) -> Iterator[tuple[str, str]]:
    """Yield every text below a record or other frozen value with its JSON pointer, in field order.

    Ids in fields made for them are left out: what they name is shown or hidden as a whole. Of a
    rendered text its words count, not the addresses of its links.
    """
    references = frozenset(
        marked.pointer for marked in marked_values(holder) if marked.mark != "standard"
    )
    for pointer, text in _texts(holder, ""):
        if pointer not in references:
            yield pointer, text


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a frozen value or in mappings and tuples of them, whatever it means."""
    return (text for _, text in _texts(value, ""))


def words_of(prose: Prose) -> str:
    """Return what a reader of a rendered text sees or hears."""
    spoken = " \n ".join(_SPOKEN.findall(prose.html))
    seen = TAG.sub(" ", prose.html)
    pictures = " \n ".join(link.text for link in prose.links if link.is_image)
    return html.unescape(f"{seen} \n {spoken}") + f" \n {pictures}"


def _texts(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, Prose):
        yield "", words_of(value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(str(key), pointer)
            yield from _texts(item, f"{pointer}/{key}")
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{pointer}/{index}")
    elif is_dataclass(value) and not isinstance(value, type | Origin):
        for field in fields(value):
            if not field.name.startswith("_"):
                yield from _texts(getattr(value, field.name), f"{pointer}/{field.name}")
