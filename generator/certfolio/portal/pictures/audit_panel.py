"""Draws one site of the audit coverage: processes and clause families by year."""

from collections.abc import Iterator, Sequence

from certfolio.model.message import Message, say, say_count
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.audit_row import AuditRow, Seen
from certfolio.portal.pictures.fitting import SMALL, fit
from certfolio.portal.pictures.picture import Drawing, Mark, Shape, box, plain, words
from certfolio.records.audit import Audit
from certfolio.records.site import Site

MOST_ROWS = 40
_WIDTH, _LEFT, _PITCH, _ROW, _TOP = 268, 166, 34, 19, 18


def panel(
    edition: Edition,
    site: Site | None,
    audits: Sequence[Audit],
    rows: Sequence[AuditRow],
    years: Sequence[int],
) -> Drawing:
    """Draw the rows at a site; more of them than can be read are left to the table."""
    shown = rows[:MOST_ROWS]
    title = f"{site.id} {site.title}" if site else say("Audits that name no site")
    return Drawing(
        width=_WIDTH,
        height=_TOP + _height(shown) + 4,
        marks=(*_years(years), *_rows(shown, audits, years)),
        title=title,
        title_href=address.record(site.id) if site else None,
        says=say("Processes and clause families by year; numbers count what an audit names."),
        note=_left(len(rows) - len(shown)),
    )


def _left(more: int) -> Message | None:
    if not more:
        return None
    return say_count(
        "And {number} more row in the table.", "And {number} more rows in the table.", more
    )


def _height(rows: Sequence[AuditRow]) -> float:
    return sum(_above(rows, index) + _ROW for index in range(len(rows)))


def _above(rows: Sequence[AuditRow], index: int) -> float:
    """Return the room above a row: a standard begins with its name."""
    before = rows[index - 1].standard if index else ""
    return 22 if rows[index].standard != before else 0


def _years(years: Sequence[int]) -> Iterator[Mark]:
    for index, year in enumerate(years):
        x = _LEFT + index * _PITCH + _PITCH / 2
        yield plain(words(x, 11, str(year), "tick", "middle"))


def _rows(
    rows: Sequence[AuditRow], audits: Sequence[Audit], years: Sequence[int]
) -> Iterator[Mark]:
    y: float = _TOP
    for index, row in enumerate(rows):
        above = _above(rows, index)
        if above:
            yield plain(words(0, y + 15, row.standard, "tick"))
        y += above
        yield Mark(
            (words(0, y + 13, fit(row.title, _LEFT - 8, SMALL), "fine"),), row.title, row.href
        )
        for place, year in enumerate(years):
            seen = row.seen(audits, year)
            yield Mark(
                tuple(_cell(seen, row, _LEFT + place * _PITCH, y)),
                say("{what}, {year}: {seen}", what=row.title, year=str(year), seen=seen.said),
            )
        y += _ROW


def _cell(seen: Seen, row: AuditRow, x: float, y: float) -> Iterator[Shape]:
    yield box(x + 1, y + 1, _PITCH - 2, _ROW - 2, seen.style)
    if row.process and seen.letter:
        yield words(
            x + _PITCH / 2,
            y + 13.5,
            "p" if seen.coming and not seen.amount else "✓",
            "fine",
            "middle",
        )
    elif seen.letter:
        yield words(x + _PITCH / 2, y + 13.5, seen.letter, "fine digits", "middle")
