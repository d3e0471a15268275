"""Orders the cells of a column the way people read them, so that no script has to guess."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from certfolio.model.clause import ClauseRef
from certfolio.model.ordering import natural_key
from certfolio.records.record import Record
from certfolio.records.risk import Rating

SortKey = tuple[Any, ...]
LAST = -1
"""The rank of a cell that says nothing: it comes last, whichever way a column is sorted."""

_NOTHING: SortKey = (9,)


def ranks(keys: Sequence[SortKey | None]) -> tuple[int, ...]:
    """Return the place of each cell among the different ones of its column, from zero."""
    places = {key: place for place, key in enumerate(sorted({k for k in keys if k is not None}))}
    return tuple(LAST if key is None else places[key] for key in keys)


def sort_key(value: object) -> SortKey | None:
    """Return the key of a value: numbers, days, clauses, then text and ids in counting order.

    Several values compare by their first, then by the next; a risk is ranked by likelihood times
    impact. None, empty text and empty lists say nothing.
    """
    if value is None or value in ("", ()):
        return None
    if isinstance(value, bool | int | float):
        return (0, float(value))
    if isinstance(value, date):
        return (1, value.toordinal())
    if isinstance(value, ClauseRef):
        return (2, *value.sort_key)
    if isinstance(value, Enum):
        return (0, float(list(type(value)).index(value)))
    if isinstance(value, Rating):
        return (0, float(value.likelihood * value.impact), value.on.toordinal())
    if isinstance(value, tuple) or is_dataclass(value):
        return (3, *(sort_key(part) or _NOTHING for part in _parts(value)))
    return (4, natural_key(str(value)))


def _parts(value: Any) -> Iterable[object]:
    if isinstance(value, tuple):
        return value
    return (getattr(value, field.name) for field in fields(value))


def field_key(record: Record, name: str) -> SortKey | None:
    """Return the key of a field; words of a closed list go by the order of that list."""
    value = getattr(record, name)
    words = closed_list(type(record), name)
    if value in words:
        return (0, float(words.index(value)))
    return sort_key(value)


def closed_list(kind: Any, name: str) -> tuple[str, ...]:
    """Return the words that a field may hold, in their own order; none where it is free."""
    return _closed_list(kind, name)


@cache
def _closed_list(kind: Any, name: str) -> tuple[str, ...]:
    return tuple(_words(get_type_hints(kind)[name]))


def _words(shape: Any) -> list[str]:
    if get_origin(shape) is Literal:
        return list(get_args(shape))
    return [word for part in get_args(shape) for word in _words(part)]
