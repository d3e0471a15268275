"""Calendar dates as content files write them, and the dates people write instead."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

from certfolio.intake.format import Advice, Format

FIRST_YEAR, LAST_YEAR = 1900, 2199

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/. ]?)([0-9]{1,2})\2([0-9]{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})")
_NAMED = re.compile(r"([0-9]{1,2})\.? ([A-Za-z]{3,9})\.?,? ([0-9]{4})")
_NAMED_US = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2}),? ([0-9]{4})")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_EXPECTED = "a calendar date such as 2025-12-31"


def is_date(text: str) -> bool:
    """Tell whether the text is a day of the calendar from 1900 to 2199, as year-month-day."""
    match = _ISO.fullmatch(text)
    return match is not None and _day(*(int(part) for part in match.groups())) is not None


def advise_date(text: str) -> Advice:
    """Say why a text is not a date and which date was probably meant."""
    plain = "".join(_ascii_digit(letter) for letter in text.strip())
    if is_date(plain):
        reason = "" if text.isascii() else "its digits are not 0 to 9"
        return Advice(reason, plain)
    named = _named(plain)
    if named:
        return Advice(value=named)
    match = _YEAR_FIRST.fullmatch(plain)
    if match:
        return _impossible_or(int(match[1]), int(match[3]), int(match[4]))
    match = _YEAR_LAST.fullmatch(plain)
    if match:
        return _day_or_month_first(int(match[1]), int(match[3]), int(match[4]), match[2])
    return Advice()


def _day_or_month_first(one: int, two: int, year: int, separator: str) -> Advice:
    """Judge 31.12.2025 and 05/06/2024; with dots the day is first."""
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if separator == "." or one == two or month_first is None:
        return _impossible_or(year, two, one)
    if day_first is None:
        return Advice(value=month_first)
    return Advice(
        "day and month could be either way round",
        hint=f"write {day_first} or {month_first}, whichever is meant",
    )


def _impossible_or(year: int, month: int, day: int) -> Advice:
    found = _day(year, month, day)
    if found:
        return Advice(value=found)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Advice(f"the year is not between {FIRST_YEAR} and {LAST_YEAR}")
    if not 1 <= month <= 12:
        return Advice(f"there is no month {month}")
    last = monthrange(year, month)[1]
    return Advice(f"{_MONTHS[month - 1].capitalize()} {year} has {last} days")


def _named(text: str) -> str | None:
    match = _NAMED.fullmatch(text)
    day, name, year = match.groups() if match else ("", "", "")
    if match is None:
        match = _NAMED_US.fullmatch(text)
        name, day, year = match.groups() if match else ("", "", "")
    months = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    return _day(int(year), months[0], int(day)) if match and len(months) == 1 else None


def _day(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _ascii_digit(letter: str) -> str:
    digit = unicodedata.digit(letter, -1)
    return letter if digit < 0 else str(digit)


def _is_date_or_today(text: str) -> bool:
    return text == "today" or is_date(text)


def _advise_date_or_today(text: str) -> Advice:
    is_today = text.strip().casefold() == "today"
    return Advice(value="today") if is_today else advise_date(text)


FORMATS = (
    Format("date", "a date", _EXPECTED, is_date, advise_date),
    Format(
        "date-or-today",
        "a date",
        "a calendar date such as 2025-12-31, or today",
        _is_date_or_today,
        _advise_date_or_today,
    ),
)
