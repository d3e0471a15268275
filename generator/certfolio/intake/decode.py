"""Turns a validated mapping into the frozen dataclass of its record type."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.records.origin import Origin
from certfolio.records.record import Record

_ADDED = ("prose", "extra", "origin")

R = TypeVar("R", bound=Record)


def decode(value: Mapping[str, object], kind: type[R], origin: Origin) -> R:
    """Return the record a valid mapping describes.

    Properties that only a workspace's own schema knows are kept in `extra`; nothing is dropped.
    """
    known = {field.name for field in fields(kind)} - set(_ADDED)
    extra = {key: item for key, item in value.items() if key not in known}
    row: Any = kind
    record = _converter(row).structure(dict(value), kind)
    return replace(record, extra=MappingProxyType(extra), origin=origin)


def decode_part(value: Mapping[str, object], kind: type[Any]) -> Any:
    """Return a value of any other dataclass made of the same parts, such as the settings."""
    part: Any = kind
    return _converter(part).structure(dict(value), part)


@cache
def _converter(kind: Any) -> Converter:
    converter = Converter(detailed_validation=False)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_structure_hook(ClauseRef, lambda value, _: ClauseRef.parse(value))
    converter.register_structure_hook(Classification, lambda value, _: Classification(value))
    added: Any = {field.name: override(omit=True) for field in fields(kind) if field.name in _ADDED}
    hook = make_dict_structure_fn(kind, converter, **added)
    converter.register_structure_hook(kind, hook)
    return converter
