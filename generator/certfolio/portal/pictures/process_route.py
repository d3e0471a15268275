"""Routes the lines of the process map through channels between the rows and columns of boxes.

A line leaves its box through the top or bottom edge, and runs only in channels, which hold nothing
else; so none crosses a word. All lines of one process share their lane in a channel, as branches
share a trunk. Every process has a lane of its own in a channel, so lanes cross but never run on
each other; where lines go up and down to the edge of a box, two of them may come close.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certfolio.portal.pictures.picture import Point
from certfolio.portal.pictures.process_grid import Spot

BOX_WIDTH, BOX_HEIGHT, LEFT, LANE, MARGIN = 124, 66, 96, 7, 10


@dataclass(frozen=True, slots=True)
class Way:
    """The channels of one line: where it leaves, which corridor it takes, where it arrives.

    Channel n lies above row n, corridor n left of column n. `corridor` is None where one channel is
    enough.
    """

    source: Spot
    target: Spot
    leaves: int
    arrives: int
    corridor: int | None


@dataclass(frozen=True, slots=True)
class Route:
    """The points of one line from the edge of a box to the edge of another."""

    source: Spot
    target: Spot
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where columns and rows begin, and the routes between their boxes."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    routes: tuple[Route, ...]
    width: float
    height: float


def layout(spots: Sequence[Spot], pairs: Sequence[tuple[Spot, Spot]]) -> Layout:
    """Return the whole geometry of a map with a line for each pair."""
    ways = [_way(source, target) for source, target in pairs]
    rows, columns = (
        1 + max(spot.row for spot in spots),
        1 + max(spot.column for spot in spots),
    )
    across = _lanes([(w.leaves, w.source) for w in ways] + [(w.arrives, w.source) for w in ways])
    down = _lanes([(w.corridor, w.source) for w in ways if w.corridor is not None])
    lefts, width = _spread(columns, down, LEFT, BOX_WIDTH)
    tops, height = _spread(rows, across, 4, BOX_HEIGHT)
    tracks = _Tracks(lefts, tops, across, down, _ports(ways, lefts))
    routes = tuple(Route(way.source, way.target, _points(way, tracks)) for way in ways)
    return Layout(lefts, tops, routes, width, height)


def _way(source: Spot, target: Spot) -> Way:
    if source.row == target.row:
        return Way(source, target, source.row + 1, source.row + 1, None)
    if target.row > source.row:
        leaves, arrives = source.row + 1, target.row
    else:
        leaves, arrives = source.row, target.row + 1
    if leaves == arrives:
        return Way(source, target, leaves, arrives, None)
    corridor = target.column + (1 if source.column > target.column else 0)
    return Way(source, target, leaves, arrives, corridor)


Lanes = Mapping[int, Mapping[str, int]]


def _lanes(used: Sequence[tuple[int | None, Spot]]) -> Lanes:
    """Give every process its own lane in each channel that it uses, in the order of the columns."""
    found: dict[int, dict[str, Spot]] = {}
    for channel, spot in used:
        if channel is not None:
            found.setdefault(channel, {})[spot.process.id] = spot
    return {
        channel: {
            spot.process.id: index
            for index, spot in enumerate(sorted(spots.values(), key=lambda s: (s.column, s.row)))
        }
        for channel, spots in found.items()
    }


def _spread(
    amount: int, lanes: Lanes, begin: float, size: float
) -> tuple[tuple[float, ...], float]:
    """Return where rows or columns begin with room for the lanes between, and where all ends."""
    places: list[float] = []
    at = begin
    for index in range(amount):
        at += _room(lanes, index)
        places.append(at)
        at += size
    return tuple(places), at + _room(lanes, amount)


def _room(lanes: Lanes, channel: int) -> float:
    return 2 * MARGIN + max(len(lanes.get(channel, {})) - 1, 0) * LANE


Ports = Mapping[tuple[str, int, str], float]


@dataclass(frozen=True, slots=True)
class _Tracks:
    """Everything that is known before the first line is drawn."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    across: Lanes
    down: Lanes
    ports: Ports


def _ports(ways: Sequence[Way], lefts: Sequence[float]) -> Ports:
    """Return where along a box's edge each line touches it: keyed by box, channel and sender.

    Edges that face each other across a channel use places of their own, so that two lines that go
    up and down there never lie on each other.
    """
    edges: dict[tuple[str, int], dict[str, Spot]] = {}
    boxes: dict[str, Spot] = {}
    for way in ways:
        for box, channel in ((way.source, way.leaves), (way.target, way.arrives)):
            boxes[box.process.id] = box
            edges.setdefault((box.process.id, channel), {})[way.source.process.id] = way.source
    found: dict[tuple[str, int, str], float] = {}
    for (id, channel), senders in edges.items():
        box = boxes[id]
        ordered = sorted(senders.values(), key=lambda s: (s.column, s.row))
        step = (BOX_WIDTH - 8) / (len(ordered) + 1)
        shift = 2 if channel == box.row else 6
        for index, sender in enumerate(ordered):
            x = lefts[box.column] + (index + 1) * step + shift
            found[id, channel, sender.process.id] = x
    return found


def _points(way: Way, tracks: _Tracks) -> tuple[Point, ...]:
    sender = way.source.process.id
    first = tracks.ports[sender, way.leaves, sender]
    last = tracks.ports[way.target.process.id, way.arrives, sender]
    begin = _edge(way.source, way.leaves, tracks.tops)
    end = _edge(way.target, way.arrives, tracks.tops)
    lane = _lane(tracks.tops, way.leaves, tracks.across, sender)
    if way.corridor is None:
        return ((first, begin), (first, lane), (last, lane), (last, end))
    other = _lane(tracks.tops, way.arrives, tracks.across, sender)
    x = _corridor(tracks.lefts, way.corridor, tracks.down, sender)
    return (
        *((first, begin), (first, lane), (x, lane)),
        *((x, other), (last, other), (last, end)),
    )


def _edge(spot: Spot, channel: int, tops: Sequence[float]) -> float:
    return tops[spot.row] + (BOX_HEIGHT if channel > spot.row else 0)


def _lane(tops: Sequence[float], channel: int, lanes: Lanes, sender: str) -> float:
    start = tops[channel - 1] + BOX_HEIGHT if channel else tops[0] - _room(lanes, 0)
    return start + MARGIN + lanes[channel][sender] * LANE


def _corridor(lefts: Sequence[float], corridor: int, lanes: Lanes, sender: str) -> float:
    start = lefts[corridor - 1] + BOX_WIDTH if corridor else lefts[0] - _room(lanes, 0)
    return start + MARGIN + lanes[corridor][sender] * LANE
