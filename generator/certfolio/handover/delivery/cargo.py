"""What is to be delivered, file by file, as a rehearsal sees it."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.evidence_scan.inside import Inside

_NOTHING = Inside()
# a local header and a line of the directory, both with the name, and a line of the manifest
_HEADS, _LINE = 76, 67


@dataclass(frozen=True, slots=True)
class Cargo:
    """A file of a package: its path there, its size, and what it takes in a zip.

    `origin` is what its owner calls it. Evidence lies in one volume, everything else in each.
    """

    path: str
    size: int
    packed: int
    origin: str
    is_evidence: bool = False
    inside: Inside = _NOTHING

    @property
    def suffix(self) -> str:
        return suffix_of(self.path)

    @property
    def room(self) -> int:
        """What it takes in a zip with everything that names it."""
        return self.packed + _HEADS + _LINE + 3 * len(self.path)


def suffix_of(name: str) -> str:
    """Return the suffix of a path in small letters with its dot, empty where there is none.

    Windows drops dots and blanks at the end of a name.
    """
    _stem, dot, suffix = name.rpartition("/")[2].rstrip(" .").rpartition(".")
    return f"{dot}{suffix}".lower() if dot else ""


def room_of(cargo: Iterable[Cargo]) -> int:
    """Return what files take together in a zip."""
    return sum(item.room for item in cargo)
