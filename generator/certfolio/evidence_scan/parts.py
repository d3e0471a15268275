"""Reads the parts of a zip file, bounded: what is encrypted, odd or too big stays closed."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from certfolio.evidence_scan.budget import PART_LIMIT, Budget
from certfolio.intake.attachment_type import ZIP_DAMAGES

_ENTRY = b"PK\x01\x02"
_READABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK = 1 << 20


class Parts:
    """The entries of a zip file in their order; names are those of the central directory."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self.entries = tuple(archive.infolist())
        self._archive = archive
        self.budget = budget
        self._by_name = {entry.filename.lower(): entry for entry in self.entries}
        self._read: dict[str, bytes | None] = {}

    def names(self, *beginnings: str, ending: str | tuple[str, ...] = "") -> list[str]:
        """Return the names that begin and end like this, without regard to case, sorted."""
        return sorted(
            name
            for name in self._by_name
            if name.startswith(beginnings or "") and name.endswith(ending)
        )

    def get(self, name: str) -> bytes:
        """Return a part unpacked, empty where it is missing, closed or damaged."""
        key = name.lower()
        if key not in self._read:
            entry = self._by_name.get(key)
            self._read[key] = None if entry is None else self.unpack(entry)
        return self._read[key] or b""

    def unpack(self, entry: zipfile.ZipInfo) -> bytes | None:
        """Return at most the first 32 MB of an entry; None where it cannot be read.

        Raise Exhausted where the whole file has unpacked to more than its budget.
        """
        if is_closed(entry):
            return None
        pieces = []
        left = PART_LIMIT
        try:
            with self._archive.open(entry) as part:
                while left > 0 and (piece := part.read(min(_CHUNK, left))):
                    left -= len(piece)
                    self.budget.unpack(len(piece))
                    pieces.append(piece)
        except ZIP_DAMAGES:
            return None
        return b"".join(pieces)


def open_parts(data: bytes, budget: Budget) -> Parts | None:
    """Open a zip file; None where it is none. Raise Exhausted where it has too many entries."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    # counted before zipfile makes an object of each
    budget.count_entries(data.count(_ENTRY))
    try:
        return Parts(zipfile.ZipFile(BytesIO(data)), budget)
    except ZIP_DAMAGES:
        return None


def is_closed(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is encrypted, or packed in a way that only few programs can unpack."""
    return bool(entry.flag_bits & 0x1) or entry.compress_type not in _READABLE


def relations(parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Yield the lists of relations of an Office file, by name."""
    for name in parts.names(ending=".rels"):
        yield name, parts.get(name)
