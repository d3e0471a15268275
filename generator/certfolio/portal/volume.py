"""Which volume of a package a portal lies in, and which volumes hold the files it does not."""

from collections.abc import Mapping
from dataclasses import dataclass

from certfolio.model.message import Message, say


@dataclass(frozen=True, slots=True)
class Volume:
    """One volume of a package that was too big for one piece; every volume has all pages.

    `names` are the zips in order, and `held` says by path in the portal which volume, counted from
    one, holds a file.
    """

    number: int
    names: tuple[str, ...]
    held: Mapping[str, int]

    @property
    def words(self) -> Message:
        return say("Volume {number} of {total}", number=self.number, total=len(self.names))

    def elsewhere(self, path: str) -> Message | None:
        """Say which volume holds a file; None where it is this one."""
        number = self.held[path]
        if number == self.number:
            return None
        return say(
            "In volume {number} of {total}: {name}",
            number=number,
            total=len(self.names),
            name=self.names[number - 1],
        )
