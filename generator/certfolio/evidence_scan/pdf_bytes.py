"""Reads names and texts out of a PDF without obeying it: whatever its cross-references claim.

A reader that follows the cross-references sees only the present state. Everything that lies in the
file is looked at here, so that neither earlier states nor loose objects are missed.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.evidence_scan.budget import PART_LIMIT, Budget

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_DICTIONARY = 4_000
_CHUNK = 1 << 16
_NAME = re.compile(rb"/([A-Za-z][A-Za-z0-9]{1,30})(?![A-Za-z0-9#_.+-])")
_HIDDEN_NAME = re.compile(rb"/([A-Za-z0-9]{0,40}#[0-9A-Fa-f]{2}[A-Za-z0-9#]{0,80})")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_LONG = re.compile(
    rb"/(JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia|GoToR|Redact)"
    rb"(?![A-Za-z0-9])"
)
_PACKED = re.compile(rb"/(?:ObjStm|Metadata)\b")
_PLAIN_TEXT = rb"\((?:\\[\s\S]|[^\\()]){0,2000}\)|<[0-9A-Fa-f\s]{0,4000}>"
_OCTAL = re.compile(rb"\\([0-7]{1,3}|[\s\S])")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True, slots=True)
class PdfText:
    """What lies in a PDF outside its pictures and pages: objects, unpacked where they are packed.

    `names` are the names that stand in them; `unread` counts packed objects that could not be
    unpacked.
    """

    pieces: tuple[bytes, ...]
    metadata: tuple[bytes, ...]
    names: frozenset[str]
    unread: int

    def has(self, *names: str) -> bool:
        return any(name in self.names for name in names)

    def texts(self, key: str) -> list[str]:
        """Return the texts that stand behind a name, such as Author."""
        pattern = re.compile(rb"/" + key.encode() + rb"\s{0,20}(" + _PLAIN_TEXT + rb")")
        found = [match for piece in self.pieces for match in pattern.findall(piece)]
        return [text for raw in found[:1000] if (text := _decoded(raw).strip("\x00 "))]

    def count(self, pattern: re.Pattern[bytes]) -> int:
        return sum(len(pattern.findall(piece)) for piece in self.pieces)


def read_pdf(data: bytes, budget: Budget) -> PdfText:
    """Take a PDF apart; raise Exhausted where it unpacks to more than its budget."""
    pieces: list[bytes] = []
    metadata: list[bytes] = []
    unread = at = 0
    for start, end in _streams(data):
        pieces.append(data[at:start])
        about = _plain(data[max(0, start - _DICTIONARY) : start].rpartition(b" obj")[2])
        at = end
        kind = _PACKED.search(about)
        if kind is None:
            continue
        unpacked = _unpack(about, data[start:end], budget)
        if unpacked is None:
            unread += 1
        elif kind[0] == b"/ObjStm":
            pieces.append(unpacked)
        else:
            metadata.append(unpacked)
    pieces.append(data[at:])
    return PdfText(tuple(pieces), tuple(metadata), _names(pieces, data), unread)


def _names(pieces: list[bytes], data: bytes) -> frozenset[str]:
    """Return the names in the objects, those included that are spelled in numbers."""
    found: set[bytes] = set()
    for piece in pieces:
        found.update(_NAME.findall(piece))
        found.update(_plain(match) for match in _HIDDEN_NAME.findall(piece))
    # an object may hide where a stream seems to be; names this long do not come about by chance
    found.update(_LONG.findall(data))
    return frozenset(name.decode("latin-1") for name in found)


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the contents of streams begin and end, without trusting their lengths."""
    at = 0
    while (match := _STREAM.search(data, at)) is not None:
        end = data.find(_END, match.end())
        if end < 0:
            return
        yield match.end(), end
        at = end + len(_END)


def _plain(dictionary: bytes) -> bytes:
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), dictionary)


def _unpack(about: bytes, packed: bytes, budget: Budget) -> bytes | None:
    if b"/Filter" not in about:
        budget.unpack(len(packed))
        return packed
    if about.count(b"Decode") != 1 or b"/FlateDecode" not in about:
        return None
    inflater = zlib.decompressobj()
    pieces: list[bytes] = []
    size = 0
    rest = packed
    try:
        while rest and not inflater.eof and size < PART_LIMIT:
            piece = inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
            budget.unpack(len(piece))
            size += len(piece)
            pieces.append(piece)
    except zlib.error:
        return b"".join(pieces) or None
    return b"".join(pieces)


def _decoded(raw: bytes) -> str:
    if raw.startswith(b"<"):
        digits = re.sub(rb"\s", b"", raw[1:-1])
        data = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    else:
        data = _OCTAL.sub(_character, raw[1:-1])
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("cp1252", "replace")


def _character(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    if escaped.isdigit():
        return bytes([int(escaped, 8) & 0xFF]) if escaped.strip(b"01234567") == b"" else escaped
    return _LETTERS.get(escaped, escaped)
