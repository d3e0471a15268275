"""Are all dates valid, in one format, and in their order in each record?

A date that cannot be true makes every other one doubtful. Days that do not exist never come this
far; here the order of days inside each record is looked at once more.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any

from certfolio.linking.date_order import order_problems
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.prose import Prose
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.origin import Origin


def check(case: Case) -> Iterator[ReadinessFinding]:
    dates = 0
    is_ordered = True
    for record in case.graph.records:
        dates += _dates(record)
        for problem in order_problems(record):
            is_ordered = False
            yield RULE.gap(
                record, say("In {record} {found}.", record=record.id, found=problem.found)
            )
    if dates == 0:
        yield RULE.not_assessed("portal", say("No record holds a date."))
    elif is_ordered:
        words = say_count(
            "{number} date in {count}: each is a day of the calendar, written as year, "
            "month and day, and no end comes before its beginning.",
            "{number} dates in {count}: each is a day of the calendar, written as "
            "year, month and day, and no end comes before its beginning.",
            dates,
            count=say_count("{number} record", "{number} records", len(case.graph.records)),
        )
        yield RULE.met("portal", words, owner=case.top_management)


def _dates(value: Any) -> int:
    """Return how many dates a record holds, nested ones too."""
    if isinstance(value, date):
        return 1
    kind: Any = type(value)
    is_list = isinstance(value, tuple)
    return sum(map(_dates, value if is_list else [getattr(value, name) for name in _names(kind)]))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the fields to look into: those of a dataclass, but for prose and places."""
    is_looked_into = is_dataclass(kind) and kind not in (Prose, Origin)
    return tuple(field.name for field in fields(kind)) if is_looked_into else ()


RULE = Rule(
    id="RR-INT-02",
    severity=Severity.MAJOR,
    source="the portal itself",
    needs=("all dates of all records",),
    text=__doc__,
    check=check,
)
