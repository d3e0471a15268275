"""Puts keys and values into a tree while noting where each stands; shared by the readers."""

from dataclasses import dataclass, field

from certfolio.intake.place import Places, line_starts, pointer
from certfolio.intake.scalar import NUMBER_EXPECTED, NumberRefused
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

DEPTH_LIMIT = 40
PROBLEM_LIMIT = 100


class ReadingStoppedError(Exception):
    """Raised where the rest of a file can no longer be understood; the problem is noted before."""


@dataclass(slots=True)
class Frame:
    """A list or mapping that is being filled; `key` is the key waiting for its value."""

    container: dict[str, object] | list[object]
    where: str
    key: str | None = None


@dataclass(slots=True)
class TreeBuilder:
    """Collects places and problems of one file; indexes count characters of the whole file."""

    path: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    values: dict[str, int] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    raws: dict[str, str] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=list)
    root: object = None
    _places: Places | None = None

    @property
    def places(self) -> Places:
        if self._places is None:
            starts = line_starts(self.text)
            self._places = Places(self.path, starts, self.values, self.keys, self.raws)
        return self._places

    def problem(
        self,
        index: int,
        found: str,
        code: Code,
        expected: str,
        fix: str,
        *,
        where: str | None = None,
    ) -> None:
        """Note a problem at a character; the pointer is that of the next value if none is given."""
        location = self.places.at(index, self.where() if where is None else where)
        self.problems.append(Problem(location, found, code, expected, fix))

    def stop(
        self, index: int, found: str, code: Code, expected: str, fix: str
    ) -> ReadingStoppedError:
        """Note a problem after which nothing can be read; raise what this returns."""
        self.problem(index, found, code, expected, fix)
        return ReadingStoppedError()

    def where(self) -> str:
        """Return the pointer of the value that comes next."""
        if not self.frames:
            return ""
        frame = self.frames[-1]
        if isinstance(frame.container, list):
            return f"{frame.where}/{len(frame.container)}"
        return frame.where if frame.key is None else frame.where + pointer(frame.key)

    def open(self, container: dict[str, object] | list[object], index: int) -> None:
        """Begin a list or mapping as the next value."""
        where = self.where()
        if len(self.frames) == DEPTH_LIMIT:
            found = f"lists and mappings nested more than {DEPTH_LIMIT} deep"
            expected = f"at most {DEPTH_LIMIT} levels"
            top = "/".join(where.split("/")[:2])
            self.problem(index, found, Code.DEPTH, expected, "write the record flatter", where=top)
            raise ReadingStoppedError
        self._put(container, index)
        self.frames.append(Frame(container, where))

    def close(self) -> None:
        """End the list or mapping begun last."""
        self.frames.pop()

    def key(self, key: str, index: int) -> None:
        """Take the key of the next value; a key written twice is a problem."""
        self._stop_if_hopeless()
        frame = self.frames[-1]
        where = frame.where + pointer(key)
        if where in self.keys:
            first = self.places.at(self.keys[where])
            self.problem(
                index,
                f"the key {shown(key)} is written twice, first in line {first.line}",
                Code.DUPLICATE_KEY,
                "every key once",
                "keep one of the two, or join their values",
                where=where,
            )
        self.check_characters(key, index, where)
        frame.key = key
        self.keys[where] = index

    def scalar(self, value: object, index: int, raw: str) -> None:
        """Take a scalar as the next value."""
        self._stop_if_hopeless()
        where = self.where()
        if isinstance(value, NumberRefused):
            self.problem(index, value.found, Code.NUMBER, NUMBER_EXPECTED, value.fix)
            value = None
        elif isinstance(value, str):
            self.check_characters(value, index, where)
        self.raws[where] = raw
        self._put(value, index)

    def check_characters(self, text: str, index: int, where: str) -> None:
        """Refuse what no text may hold, however it was escaped: NUL and half characters."""
        if text.isascii() and "\0" not in text:
            return
        bad = next((letter for letter in text if letter == "\0" or _is_surrogate(letter)), None)
        if bad is None:
            return
        name = "a NUL character" if bad == "\0" else "half of a character (a lone surrogate)"
        self.problem(
            index,
            f"the text holds {name}, U+{ord(bad):04X}",
            Code.CHARACTER,
            "text made of whole characters",
            f"remove \\u{ord(bad):04x}, or write the character itself",
            where=where,
        )

    def _stop_if_hopeless(self) -> None:
        """Stop at a file so full of faults that nobody reads on."""
        if len(self.problems) >= PROBLEM_LIMIT:
            raise ReadingStoppedError

    def _put(self, value: object, index: int) -> None:
        self.values[self.where()] = index
        if not self.frames:
            self.root = value
            return
        frame = self.frames[-1]
        if isinstance(frame.container, list):
            frame.container.append(value)
        elif frame.key is not None:
            frame.container[frame.key] = value
            frame.key = None


def _is_surrogate(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff"
