"""Promised intervals in days, and when a proof is too old for its promise."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from certfolio.model.message import Message, word

DAYS = {
    "daily": 1,
    "weekly": 7,
    "monthly": 31,
    "quarterly": 92,
    "half-yearly": 184,
    "yearly": 366,
    "every-2-years": 731,
    "every-3-years": 1096,
}

# as records write them, said inside sentences
PROMISED: Mapping[str, Message] = MappingProxyType(
    {
        "daily": word("value", "daily"),
        "weekly": word("value", "weekly"),
        "monthly": word("value", "monthly"),
        "quarterly": word("value", "quarterly"),
        "half-yearly": word("value", "half-yearly"),
        "yearly": word("value", "yearly"),
        "every-2-years": word("value", "every-2-years"),
        "every-3-years": word("value", "every-3-years"),
    }
)
# Nobody repeats a thing to the day: half an interval more is allowed before a proof counts as old.
_GRACE = 1.5


def lapses_on(last: date, interval: str) -> date:
    """Return the last day on which a proof of this date still keeps the promised interval."""
    return last + timedelta(days=int(DAYS[interval] * _GRACE))


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    return months_before(day, -months)
