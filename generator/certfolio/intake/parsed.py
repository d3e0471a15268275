"""A content file after reading: plain values, their places, and the body of a Markdown file."""

from dataclasses import dataclass

from certfolio.intake.place import Places


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file's value; `body` is the text after the front matter, None for YAML and JSON.

    `body_line` is the line of the file in which the body begins, 0 where there is none.
    """

    path: str
    value: object
    places: Places
    body: str | None = None
    body_line: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """What a YAML or JSON reader returns: a value and its places."""

    value: object
    places: Places
