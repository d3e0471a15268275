"""Says dates, numbers, sizes and counts the way people write them."""

from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_UNITS = ("kB", "MB", "GB", "TB")
_INTERVALS = {"every-2-years": "every 2 years", "every-3-years": "every 3 years"}


def day(value: date) -> str:
    """Write a date for reading: `5 October 2026`."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def span(begins: date, ends: date) -> str:
    return f"{begins.isoformat()} to {ends.isoformat()}"


def number(value: float) -> str:
    """Write a number without an exponent and without a fraction it does not have."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return repr(value)


def size(octets: int) -> str:
    """Write the size of a file in decimal units: `512 bytes`, `12.3 kB`."""
    if octets < 1000:
        return f"{octets} bytes"
    amount = float(octets)
    for unit in _UNITS:
        amount /= 1000
        if amount < 999.95 or unit == _UNITS[-1]:
            break
    return f"{amount:.1f} {unit}"


def count(amount: int, noun: str, plural: str | None = None) -> str:
    """Write how many there are: `no documents`, `1 document`, `3 documents`."""
    words = noun if amount == 1 else plural or f"{noun}s"
    return f"{amount or 'no'} {words}"


def interval(value: str) -> str:
    """Write an interval; any other text, even one that mentions an interval, stays as it is."""
    return _INTERVALS.get(value, value)


def yes_or_no(value: bool) -> str:
    return "yes" if value else "no"
