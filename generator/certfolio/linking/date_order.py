"""Finds dates of one record that cannot both be true; the doubtful ones are left to readiness."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from certfolio.model.message import say
from certfolio.model.problem import Code, Problem
from certfolio.records.part import Period
from certfolio.records.record import Record

_PAIRS = (
    ("created", "updated"),
    ("active_from", "active_until"),
    ("obtained_on", "valid_until"),
    ("dated", "valid_until"),
    ("valid_from", "valid_until"),
)


def order_problems(record: Record) -> Iterator[Problem]:
    """Yield a problem for each pair of dates in which the end lies before the beginning."""
    for first, second in _PAIRS:
        early, late = getattr(record, first, None), getattr(record, second, None)
        if isinstance(early, date) and isinstance(late, date) and late < early:
            yield _problem(record, f"/{second}", first, early, late)
    for pointer, period in _periods(record, ""):
        if period.ends < period.begins:
            yield _problem(record, f"{pointer}/ends", "begins", period.begins, period.ends)


def _periods(value: Any, pointer: str) -> Iterator[tuple[str, Period]]:
    if isinstance(value, Period):
        yield pointer, value
    else:
        kind: Any = type(value)
        for part in _parts(kind):
            yield from _periods(getattr(value, part), f"{pointer}/{part}")


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """Return the fields to look into: those of a dataclass, but for the place it comes from."""
    names = (field.name for field in fields(kind)) if is_dataclass(kind) else ()
    return tuple(name for name in names if name != "origin")


def _problem(record: Record, pointer: str, first: str, early: date, late: date) -> Problem:
    return Problem(
        record.origin.place(pointer),
        say("{day} lies before {field}, which is {other}", day=late, field=first, other=early),
        Code.ORDER,
        f"a day on or after {early}",
        f"correct one of the two dates, or write {pointer.rpartition('/')[2]}: {early}",
    )
