"""Draws an axis of days: ticks at months, and upright lines for the days that matter."""

from collections.abc import Iterator, Sequence
from datetime import date

from certfolio.model.message import Month
from certfolio.portal.pictures.fitting import SMALL, width_of
from certfolio.portal.pictures.picture import Mark, line, plain, words
from certfolio.portal.pictures.scale import Calendar

_MOST_TICKS = 9


def day_axis(
    axis: Calendar, top: float, bottom: float, days: Sequence[tuple[str, date]], today: date
) -> Iterator[Mark]:
    """Draw month ticks below the names of the days; names that would touch go on another line."""
    ticks = [(axis.place(day), Month(day)) for day in axis.ticks(_MOST_TICKS)]
    for x, _ in ticks:
        yield plain(line(((x, top - 2), (x, bottom)), "axis"))
    ends: list[float] = []
    for name, day in days:
        x = axis.place(day)
        # other languages have longer words
        wide = width_of(str(name), SMALL) * 1.3 + 14
        row = next((i for i, end in enumerate(ends) if x - wide > end), len(ends))
        ends[row : row + 1] = [x]
        style = "line-today" if day == today else "line-stage"
        yield plain(
            line(((x, top - 56 + 13 * (row % 3)), (x, bottom)), style),
            words(x - 4, top - 46 + 13 * (row % 3), name, "fine strong halo", "end"),
        )
    for x, month in ticks:
        yield plain(words(x, top - 7, month, "tick halo", "middle"))
