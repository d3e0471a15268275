"""A place in a content file that an author can go to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A file (relative to the project's root, with slashes), line and column from one, pointer.

    `pointer` is empty for the whole document, as RFC 6901 has it.
    """

    path: str
    line: int = 1
    column: int = 1
    pointer: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
