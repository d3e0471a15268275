"""Says where in a content file a value stands: line and column for every JSON pointer."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from certfolio.model.location import Location


def pointer(*parts: str | int) -> str:
    """Build a JSON pointer (RFC 6901) from keys and list positions."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def last_part(place: str) -> str:
    """Return the last key of a JSON pointer, unescaped; empty for the whole document."""
    return place.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def line_starts(text: str) -> tuple[int, ...]:
    """Return the index of the first character of every line of text that has only LF breaks."""
    starts = [0]
    found = text.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = text.find("\n", found + 1)
    return tuple(starts)


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all values of one parsed file.

    `values` and `keys` map a pointer to the index of a character, counted over the whole file;
    `raws` holds scalars as typed. `moved` maps a pointer to where its value really stands: a row
    of a register borrows values from the register's defaults.
    """

    path: str
    starts: tuple[int, ...]
    values: Mapping[str, int]
    keys: Mapping[str, int]
    raws: Mapping[str, str]
    moved: Mapping[str, str] = field(default_factory=dict)

    def at(self, index: int, where: str = "") -> Location:
        """Return the location of a character of the file."""
        line = bisect_right(self.starts, index)
        return Location(self.path, line, index - self.starts[line - 1] + 1, where)

    def of(self, where: str) -> Location:
        """Return the place of the value at a pointer, or of the nearest parent that exists."""
        known = self._nearest(self._actual(where))
        return self.at(self.values.get(known, 0), known)

    def of_key(self, where: str) -> Location:
        """Return the place of the key a value stands under, or of the value where it has none."""
        actual = self._actual(where)
        if actual in self.keys:
            return self.at(self.keys[actual], actual)
        return self.of(where)

    def raw(self, where: str) -> str | None:
        """Return the scalar at a pointer as its author typed it, quotes included."""
        return self.raws.get(self._actual(where))

    def borrowing(self, moved: Mapping[str, str]) -> "Places":
        """Return the same places with some pointers redirected to where their values stand."""
        return replace(self, moved=moved)

    def _nearest(self, where: str) -> str:
        while where and where not in self.values:
            where = where.rpartition("/")[0]
        return where

    def _actual(self, where: str) -> str:
        """Follow a redirected pointer; the rest below it is kept."""
        head, tail = where, ""
        while head and self.moved:
            if head in self.moved:
                return self.moved[head] + tail
            head, _, part = head.rpartition("/")
            tail = f"/{part}{tail}"
        return where
