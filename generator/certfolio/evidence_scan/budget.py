"""How much work one file may cause, counted in bytes and elements and not in seconds.

A count gives the same answer on every machine; a clock would not.
"""

TEXT_LIMIT = 16_000_000
PART_LIMIT = 32_000_000
DEPTH_LIMIT = 3

_UNPACKED = 128_000_000
_ELEMENTS = 3_000_000
_ENTRIES = 20_000


class Exhausted(Exception):  # noqa: N818 - no error: what was found until then counts
    """A file would cost more to look at than any honest file does."""


class Budget:
    """What is left to spend on one file and everything inside it."""

    def __init__(
        self, unpacked: int = _UNPACKED, elements: int = _ELEMENTS, entries: int = _ENTRIES
    ) -> None:
        self.unpacked = unpacked
        self.elements = elements
        self.entries = entries

    def unpack(self, size: int) -> None:
        """Account for bytes that came out of a packed part; raise Exhausted beyond the limit."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise Exhausted

    def count_elements(self, number: int) -> None:
        """Account for elements of markup; raise Exhausted beyond the limit."""
        self.elements -= number
        if self.elements < 0:
            raise Exhausted

    def count_entries(self, number: int) -> None:
        """Account for entries of archives; raise Exhausted beyond the limit."""
        self.entries -= number
        if self.entries < 0:
            raise Exhausted
