"""Finds the references, clauses and standards inside a record by the types of its fields."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from certfolio.model.clause import ClauseRef
from certfolio.records.reference import Reference

Change = Callable[[str], str | None]
Mark = Reference | Literal["standard", "clause"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A value found in a record: its JSON pointer, what it is, and the object it stands in."""

    pointer: str
    mark: Mark
    value: Any
    holder: object


def marked_values(holder: object, prefix: str = "") -> Iterator[Marked]:
    """Yield every reference, clause reference and standard id below a record, in field order."""
    for name, shape in _shapes_of(holder):
        value = getattr(holder, name)
        if value is not None:
            yield from _walk(value, shape, f"{prefix}/{name}", holder)


def rewrite_references(holder: Any, change: Change, missing: str) -> Any:
    """Return the record with every reference passed through `change`.

    Where `change` answers None, a list loses the entry, an optional field becomes None, and a
    field that must hold something gets `missing`.
    """
    changed = {}
    for name, shape in _shapes_of(holder):
        value = getattr(holder, name)
        new = _rewritten(value, shape, change, missing)
        if new is None and value is not None and not shape.is_optional:
            new = missing
        if new is not value:
            changed[name] = new
    return replace(holder, **changed) if changed else holder


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a field holds: a marked text, a list of something, or a nested part."""

    mark: Mark | None = None
    items: "_Shape | None" = None
    is_optional: bool = False


def _walk(value: Any, shape: _Shape, pointer: str, holder: object) -> Iterator[Marked]:
    if shape.items is not None:
        for index, item in enumerate(value):
            yield from _walk(item, shape.items, f"{pointer}/{index}", holder)
    elif shape.mark is not None:
        yield Marked(pointer, shape.mark, value, holder)
    else:
        yield from marked_values(value, pointer)


def _rewritten(value: Any, shape: _Shape, change: Change, missing: str) -> Any:
    if value is None:
        return None
    if shape.items is not None:
        return _rewritten_list(value, shape.items, change, missing)
    if isinstance(shape.mark, Reference):
        new = change(value)
        return value if new == value else new
    if shape.mark is not None:
        return value
    return rewrite_references(value, change, missing)


def _rewritten_list(value: Any, items: _Shape, change: Change, missing: str) -> Any:
    new = tuple(_rewritten(item, items, change, missing) for item in value)
    kept = tuple(item for item in new if item is not None)
    is_same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
    return value if is_same else kept


def _shapes_of(holder: object) -> tuple[tuple[str, _Shape], ...]:
    kind: Any = type(holder)
    return _shapes(kind)


@cache
def _shapes(holder: Any) -> tuple[tuple[str, _Shape], ...]:
    hints = get_type_hints(holder, include_extras=True)
    shapes = ((field.name, _shape(hints[field.name])) for field in fields(holder))
    return tuple((name, shape) for name, shape in shapes if shape is not None)


def _shape(hint: Any) -> _Shape | None:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _Shape(mark=arguments[1])
    if hint is ClauseRef:
        return _Shape(mark="clause")
    if origin is tuple:
        items = _shape(arguments[0])
        return None if items is None else _Shape(items=items)
    if origin in (Union, UnionType):
        inner = _shape(next(a for a in arguments if a is not NoneType))
        return None if inner is None else replace(inner, is_optional=True)
    if is_dataclass(hint) and isinstance(hint, type) and _shapes(hint):
        return _Shape()
    return None
