"""A picture as plain numbers and words: shapes in a drawing, and the table that says the same.

Whatever a picture shows is decided here and in the module of each picture; the theme only writes it
down as SVG and gives the styles their look. Coordinates are rounded to one decimal place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from certfolio.portal.link import ClauseLink, RecordLink

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Cell = RecordLink | ClauseLink | str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    kind: ClassVar[str] = "box"
    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle."""

    kind: ClassVar[str] = "dot"
    x: float
    y: float
    radius: float
    style: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `path` is how SVG writes them."""

    kind: ClassVar[str] = "line"
    points: tuple[Point, ...]
    style: str

    @property
    def path(self) -> str:
        return "M" + "L".join(f"{x} {y}" for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that begin, stand in the middle, or end at a point, turned by so many degrees."""

    kind: ClassVar[str] = "words"
    x: float
    y: float
    text: str
    style: str = "label"
    anchor: Anchor = "start"
    turn: int = 0


Shape = Box | Dot | Line | Words


@dataclass(frozen=True, slots=True)
class Mark:
    """Shapes that stand for one thing: what it is in words, and where it leads."""

    shapes: tuple[Shape, ...]
    says: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """One figure of a picture; `title` and `note` stand above it as text."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
    says: str
    title_href: str | None = None
    note: str | None = None
    is_wide: bool = False

    @property
    def has_links(self) -> bool:
        return any(mark.href for mark in self.marks)

    @property
    def is_crowded(self) -> bool:
        """Whether there are so many links that the table is the better way by keyboard."""
        return sum(mark.href is not None for mark in self.marks) > 20


@dataclass(frozen=True, slots=True)
class Key:
    """What a look means, shown beside a small sample of it."""

    style: str
    says: str
    letter: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The same as a table; the first column names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption, which says what the reader sees, and its table.

    `name` is unique among the pictures of a page and begins its ids. Without drawings there was
    nothing to draw, and the caption says so. `left` says what the drawing leaves to the table.
    """

    name: str
    title: str
    caption: str
    drawings: tuple[Drawing, ...]
    keys: tuple[Key, ...]
    table: Table
    left: str | None = None
    is_small: bool = False


def at(value: float) -> float:
    """Round to one decimal place, so that the same picture is the same bytes everywhere."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def box(x: float, y: float, width: float, height: float, style: str) -> Box:
    return Box(at(x), at(y), at(max(width, 0.1)), at(max(height, 0.1)), style)


def dot(x: float, y: float, radius: float, style: str) -> Dot:
    return Dot(at(x), at(y), at(radius), style)


def line(points: Iterable[Point], style: str) -> Line:
    return Line(tuple((at(x), at(y)) for x, y in points), style)


def words(
    x: float,
    y: float,
    text: str,
    style: str = "label",
    anchor: Anchor = "start",
    *,
    turn: int = 0,
) -> Words:
    return Words(at(x), at(y), text, style, anchor, turn)


def plain(*shapes: Shape) -> Mark:
    """Return shapes that stand for nothing: axes, bands, headings."""
    return Mark(shapes)


def nothing(name: str, title: str, caption: str) -> Picture:
    """Return a picture of which there is nothing to draw, and the sentence that says so."""
    return Picture(name, title, caption, (), (), Table((), ()))
