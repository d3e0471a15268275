"""One thing that can be found, with its words by the place where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from certfolio.portal.status import Status


class Place(Enum):
    """Where a word stands: how much that says (in tenths), and how far length weakens it."""

    ID = (120, 0.0)
    TITLE = (60, 0.5)
    CLAUSE = (20, 0.5)
    HEADING = (25, 0.6)
    FILE = (25, 0.5)
    OWNER = (15, 0.2)
    KIND = (8, 0.0)
    FIELD = (15, 0.6)
    TEXT = (10, 0.7)

    def __init__(self, weight: int, shortening: float) -> None:
        self.weight = weight
        self.shortening = shortening


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in a text, with its anchor on the page."""

    anchor: str
    heading: str


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A record, clause, standard or page as the search sees it.

    `kind` is the word of its facet, `step` a step's number or None, `standards` names, `clauses`
    what it serves as `number title (standard)`. What its fields say is kept apart as `sentences`
    and short `values`; `text` is its own text. Words of ours are in the portal's language already.
    """

    id: str
    title: str
    href: str
    kind: str
    noun: str
    step: int | None = None
    status: Status | None = None
    status_word: str = ""
    owner: str = ""
    standards: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    sentences: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    text: str = ""

    def places(self) -> Mapping[Place, str]:
        """Return the words of each place."""
        return {
            Place.TITLE: self.title,
            Place.CLAUSE: "\n".join(self.clauses),
            Place.HEADING: "\n".join(section.heading for section in self.sections),
            Place.FILE: "\n".join(self.files),
            Place.OWNER: self.owner,
            Place.KIND: f"{self.noun}\n{self.status_word}\n" + "\n".join(self.standards),
            Place.FIELD: "\n".join((*self.sentences, *self.values)),
            Place.TEXT: self.text,
        }
