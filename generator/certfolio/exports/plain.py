"""Turns frozen values into plain ones that JSON can hold."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from certfolio.model.clause import ClauseRef
from certfolio.model.prose import Prose
from certfolio.records.origin import Origin


def plain(value: Any) -> Any:
    """Return text, numbers, lists and mappings; what is not given is left out.

    Dates are written as YYYY-MM-DD, clause references as text, prose as its safe HTML.
    """
    if isinstance(value, date | ClauseRef):
        return str(value)
    if isinstance(value, Enum | Prose):
        return value.value if isinstance(value, Enum) else value.html
    if is_dataclass(value) and not isinstance(value, type):
        return _members(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in sorted(value.items())}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def _members(value: Any) -> dict[str, Any]:
    members = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {
        name: plain(member)
        for name, member in members
        if member is not None and not isinstance(member, Origin)
    }
