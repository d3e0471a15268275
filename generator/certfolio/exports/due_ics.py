"""exports/due.ics: the days by which somebody has to do something, for a calendar (RFC 5545)."""

from collections.abc import Iterator
from datetime import date, timedelta

from certfolio.linking.identity import slug
from certfolio.readiness.deadline import Deadline
from certfolio.readiness.readiness import Readiness

_LINE = 75


def export(readiness: Readiness) -> bytes:
    """Return one all-day event for each deadline, in order; the stamp is the day of judgement."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//certfolio//due dates//EN",
        "CALSCALE:GREGORIAN",
        *(line for deadline in readiness.deadlines for line in _event(deadline, readiness.as_of)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode(
        "utf-8", "replace"
    )


def _event(deadline: Deadline, as_of: date) -> Iterator[str]:
    what = slug(deadline.what.replace(" ", "-"))
    yield "BEGIN:VEVENT"
    yield f"UID:{slug(deadline.record)}-{what}@certfolio.invalid"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{deadline.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{deadline.what}: {deadline.record} {deadline.title}')}"
    yield f"DESCRIPTION:{_text(f'Owner: {deadline.owner}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Escape what RFC 5545 gives a meaning, and leave out control characters."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(character for character in lines if character == "\t" or character >= " ")


def _folded(line: str) -> Iterator[str]:
    """Break a line so that no part has more than 75 bytes, never inside a character."""
    part, size = "", 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _LINE:
            yield part
            part, size = " ", 1
        part += character
        size += width
    yield part
