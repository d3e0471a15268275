"""Turns numbers and days into places along an axis, and chooses the ticks that people read well."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight axis: `low` lies at `begins`, `high` at `ends`."""

    low: float
    high: float
    begins: float
    ends: float

    def place(self, value: float) -> float:
        """Return where a value lies; one outside is put at the nearer end."""
        if self.high <= self.low:
            return (self.begins + self.ends) / 2
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.begins + share * (self.ends - self.begins)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A straight axis of days."""

    first: date
    last: date
    begins: float
    ends: float

    def place(self, day: date) -> float:
        ordinals = (self.first.toordinal(), self.last.toordinal())
        return Scale(*ordinals, self.begins, self.ends).place(day.toordinal())

    def ticks(self, most: int) -> tuple[date, ...]:
        """Return the first days of months, every so many months that there are not too many."""
        months = _month(self.last) - _month(self.first)
        step = next((s for s in _STEPS if months // s + 1 <= most), _STEPS[-1])
        return tuple(self._firsts(step))

    def _firsts(self, step: int) -> Iterator[date]:
        month = -(-_month(self.first) // step) * step
        while month // 12 <= self.last.year and month // 12 <= date.max.year:
            if month >= 12:
                day = date(month // 12, month % 12 + 1, 1)
                if self.first <= day <= self.last:
                    yield day
            month += step


def calendar(days: Sequence[date], begins: float, ends: float) -> Calendar:
    """Return an axis that holds all the days with a little room; one day gets a month around it."""
    first, last = min(days), max(days)
    room = max((last - first).days // 40, 15 if first == last else 3)
    return Calendar(_moved(first, -room), _moved(last, room), begins, ends)


def scale(values: Sequence[float], begins: float, ends: float) -> Scale:
    """Return an axis that holds all the values with a tenth of room on either side."""
    low, high = min(values), max(values)
    room = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
    return Scale(low - room, high + room, begins, ends)


def round_step(high: float, most: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20 ... that fits into `high` at most so many times."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if high / step <= most:
                return step
        power *= 10


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _moved(day: date, days: int) -> date:
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.min + timedelta(days=ordinal - 1)
