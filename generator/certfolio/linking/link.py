"""A link from one record to another, in one of a closed list of states."""

from dataclasses import dataclass
from enum import Enum


class LinkState(Enum):
    """What became of a reference; each value is the sentence readers see."""

    GOOD = "The record exists and is current."
    DANGLING = "No record has this id."
    WRONG_TYPE = "The record exists, but a record of this type cannot stand here."
    SUPERSEDED = "The record exists, but a newer version has replaced it."
    WITHDRAWN = "The record exists, but it was withdrawn."
    SELF_REFERENCE = "The record points at itself."
    CYCLE = "Following this reference leads back to where it started."

    @property
    def is_found(self) -> bool:
        """Whether the graph holds the link; the others are problems and stop the build."""
        return self in {LinkState.GOOD, LinkState.SUPERSEDED, LinkState.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class ResolvedLink:
    """A reference that was found: `source` names `target` in `field` (its JSON pointer: `pointer`).

    `field` is the outermost property, such as `actions`; `why` is the author's reason where the
    place has one.
    """

    source: str
    field: str
    pointer: str
    target: str
    state: LinkState
    why: str | None = None
