"""Puts processes into rows and columns of the map: three bands, core in the order of the work."""

from collections.abc import Sequence
from dataclasses import dataclass

from certfolio.portal.pictures.process_flow import Passage
from certfolio.records.process import Process

BANDS = ("management", "core", "support")
COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A process with its row and column in the whole map."""

    process: Process
    row: int
    column: int


def grid(processes: Sequence[Process], passages: Sequence[Passage]) -> tuple[Spot, ...]:
    """Return the place of every process; a band begins a new row, and no band is squeezed in."""
    bands = [_ordered(band, processes, passages) for band in BANDS]
    widths = [_width(len(band)) for band in bands]
    spots: list[Spot] = []
    row = 0
    for members, wide in zip(bands, widths, strict=True):
        indent = (max(widths) - wide) // 2
        for index, process in enumerate(members):
            down, across = divmod(index, wide)
            spots.append(Spot(process, row + down, across + indent))
        row += -(-len(members) // wide) if members else 0
    return tuple(spots)


def _ordered(
    band: str, processes: Sequence[Process], passages: Sequence[Passage]
) -> tuple[Process, ...]:
    members = tuple(process for process in processes if process.kind == band)
    return in_order_of_work(members, passages) if band == "core" else members


def _width(amount: int) -> int:
    """Return how many columns a band takes, so that its rows are about equally full."""
    rows = -(-amount // COLUMNS)
    return -(-amount // rows) if rows else 0


def in_order_of_work(
    members: Sequence[Process], passages: Sequence[Passage]
) -> tuple[Process, ...]:
    """Order processes so that most passages lead forward.

    Taken next is the process that waits for the fewest of those still to come, so a circle is no
    obstacle; the order of the records decides between equals.
    """
    rest = list(members)
    pairs = {(p.source, p.target) for p in passages if p.source != p.target}
    found: list[Process] = []
    while rest:
        waits = [
            (sum((other.id, process.id) in pairs for other in rest), index)
            for index, process in enumerate(rest)
        ]
        found.append(rest.pop(min(waits)[1]))
    return tuple(found)
