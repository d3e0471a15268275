"""Joins parts of the sentences that findings are made of, otherwise than as an enumeration."""

from collections.abc import Sequence
from functools import reduce

from certfolio.model.message import Message, say


def chained(parts: Sequence[str]) -> str:
    """Return `A`, `A and B`, `A and B and C`: statements, where commas would mislead."""
    return reduce(_and, parts)


def either(parts: Sequence[str]) -> str:
    """Return `A`, `A or B`, `A or B or C`; nothing where there are none."""
    return reduce(_or, parts) if parts else ""


def _and(some: str, other: str) -> Message:
    return say("{some} and {other}", some=some, other=other)


def _or(some: str, other: str) -> Message:
    return say("{some} or {other}", some=some, other=other)
