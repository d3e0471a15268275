"""Where a record was written, so that a problem found later can point at its own place."""

from collections.abc import Callable
from dataclasses import dataclass, field

from certfolio.model.location import Location


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a record and a way from a JSON pointer inside the record to its place.

    Not part of what a record says: two records that say the same in different files are equal.
    """

    path: str
    place: Callable[[str], Location] = field(compare=False, repr=False)

    @classmethod
    def at(cls, path: str) -> "Origin":
        """Return an origin that knows only its file, for records made by code."""
        return cls(path, lambda pointer: Location(path, pointer=pointer))
