"""Says counts, spans and intervals the way people write them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from certfolio.model.classification import Classification
from certfolio.model.message import LongDay, Message, say, say_count, word

INTERVALS: Mapping[str, Message] = MappingProxyType(
    {
        "daily": word("value", "daily"),
        "weekly": word("value", "weekly"),
        "monthly": word("value", "monthly"),
        "quarterly": word("value", "quarterly"),
        "half-yearly": word("value", "half-yearly"),
        "yearly": word("value", "yearly"),
        "every-2-years": word("value", "every 2 years"),
        "every-3-years": word("value", "every 3 years"),
    }
)
"""The intervals that records may promise, by the way they are written there."""

LEVELS: Mapping[Classification, Message] = MappingProxyType(
    {
        Classification.PUBLIC: word("value", "public"),
        Classification.INTERNAL: word("value", "internal"),
        Classification.CONFIDENTIAL: word("value", "confidential"),
        Classification.RESTRICTED: word("value", "restricted"),
    }
)
"""What the levels of classification are called."""


def span(begins: date, ends: date) -> Message:
    return say("{begins} to {ends}", begins=begins, ends=ends)


def long_span(begins: date, ends: date) -> Message:
    return say("{begins} to {ends}", begins=LongDay(begins), ends=LongDay(ends))


def interval(value: str) -> str:
    """Write an interval; any other text, even one that mentions an interval, stays as it is."""
    return INTERVALS.get(value, value)


def yes_or_no(value: bool) -> Message:
    return word("value", "yes") if value else word("value", "no")


def records(amount: int) -> Message:
    return say_count("{number} record", "{number} records", amount) if amount else say("no records")


def files(amount: int) -> Message:
    return say_count("{number} file", "{number} files", amount) if amount else say("no files")


def findings(amount: int) -> Message:
    if amount == 0:
        return say("no findings")
    return say_count("{number} finding", "{number} findings", amount)


def answers(amount: int) -> Message:
    return say_count("{number} answer", "{number} answers", amount) if amount else say("no answers")


def days(amount: int) -> Message:
    return say_count("{number} day", "{number} days", amount) if amount else say("no days")
