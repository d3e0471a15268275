"""From bytes to text: UTF-8 only, line breaks made LF, with the byte named where it fails."""

from certfolio.intake.place import line_starts
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem

SIZE_LIMIT = 2_000_000
_BOM = b"\xef\xbb\xbf"
_EXPECTED = "a text file in UTF-8"
_SAVE = "save the file as UTF-8 (most editors: Save with Encoding, UTF-8)"


def to_text(path: str, data: bytes) -> str | Problem:
    """Decode a content file; a byte order mark is dropped, CRLF and CR become LF."""
    if len(data) > SIZE_LIMIT:
        return too_large(path, len(data))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = "the file is UTF-16, seen at byte offset 0"
        return Problem(Location(path), found, Code.ENCODING, _EXPECTED, _SAVE)
    start = len(_BOM) if data.startswith(_BOM) else 0
    try:
        text = data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, start, start + error.start)
    if "\0" in text:
        return _zero(path, data, start)
    return with_lf(text)


def too_large(path: str, size: int) -> Problem:
    """Return the problem of a content file over the size limit."""
    return Problem(
        Location(path),
        f"the file has {size:,} bytes",
        Code.SIZE,
        f"a content file of at most {SIZE_LIMIT:,} bytes",
        "split the file, or keep long material as a file under content/files and refer to it",
    )


def with_lf(text: str) -> str:
    """Turn CRLF and CR line breaks into LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(path: str, data: bytes, start: int, offset: int) -> Problem:
    byte = data[offset]
    found = f"the byte 0x{byte:02X} at byte offset {offset} is not UTF-8"
    guess = bytes([byte]).decode("cp1252", errors="ignore")
    if guess:
        found += f' (in Windows-1252 it would be "{guess}")'
    return Problem(_place(path, data[start:offset]), found, Code.ENCODING, _EXPECTED, _SAVE)


def _zero(path: str, data: bytes, start: int) -> Problem:
    offset = data.index(0)
    found = f"a NUL character at byte offset {offset}"
    if data.count(0) * 3 > len(data):
        found += " (the file looks like UTF-16)"
    fix = f"remove the character, or {_SAVE}"
    return Problem(_place(path, data[start:offset]), found, Code.ENCODING, _EXPECTED, fix)


def _place(path: str, before: bytes) -> Location:
    """Return the place after some bytes that are known to be UTF-8."""
    text = with_lf(before.decode("utf-8"))
    starts = line_starts(text)
    return Location(path, len(starts), len(text) - starts[-1] + 1)
