"""Reads bytes in every way that text may be wrapped in them, so that no encoding hides it."""

import base64
import binascii
import html
import io
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

_TAG = re.compile(r"<[^<>]*>")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|br|code|em|i|kbd|mark|q|s|small|span|strong|u|wbr)\b[^<>]*>"
)
_ESCAPED = re.compile(r"[&%\\]")
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_BREAK = re.compile(r"\\[nrtbf]")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_HEX = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{16,}")
_URL_SAFE = str.maketrans("-_", "+/")
_ZIP = b"PK\x03\x04"
_ROUNDS = 2
_NESTED = 3


def members(name: str, data: bytes, depth: int = _NESTED) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and what an archive holds in its place, archives inside it too."""
    if not (data.startswith(_ZIP) and depth):
        yield name, data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{name} (comment)", archive.comment
        for entry in archive.infolist():
            inner = f"{name}: {entry.filename}"
            yield f"{inner} (name)", entry.filename.encode() + entry.comment + entry.extra
            yield from members(inner, archive.read(entry), depth - 1)


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a file; bytes that are no UTF-8 become signs that nobody looks for."""
    return data.decode("utf-8", "replace").split("\n")


def readings(lines: list[str]) -> Iterator[str]:
    """Yield a text as it stands and with its escapes undone, where it has any.

    Undone are those of HTML, URLs, JSON and scripts, twice, as one may stand in the other.
    """
    yield "\n".join(lines)
    escaped = "\n".join(line for line in lines if _ESCAPED.search(line))
    for _ in range(_ROUNDS):
        undone = _undone(escaped)
        if undone == escaped:
            break
        yield undone
        escaped = undone


def without_tags(lines: list[str]) -> str:
    """Return what a reader sees of the lines with tags, a mark where one box ends."""
    tagged = "\n".join(line for line in lines if "<" in line)
    return html.unescape(_TAG.sub(" | ", _INLINE.sub(" ", tagged)))


def packed(lines: list[str]) -> Iterator[str]:
    """Yield what base64 at any alignment, hexadecimal digits and UTF-16 hold."""
    text = "\n".join(lines)
    if "\0" in text:
        yield text.replace("\0", "")
    runs = set(_BASE64.findall(text))
    if runs:
        yield "\n".join(_from_base64(run) for run in runs)
    digits = set(_HEX.findall(text))
    if digits:
        yield "\n".join(_from_hex(run[skip:]) for run in digits for skip in range(2))


def _undone(text: str) -> str:
    text = _UNICODE.sub(_character, html.unescape(text))
    return unquote(_BREAK.sub(" ", text), errors="replace")


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _from_base64(run: str) -> str:
    """Read a run at each of its four alignments, as what stands before it may not belong to it."""
    letters = run.rstrip("=").translate(_URL_SAFE)
    return "\n".join(_text(_decoded(letters[skip:])) for skip in range(4))


def _from_hex(run: str) -> str:
    return _text(bytes.fromhex(run[: len(run) // 2 * 2]))


def _decoded(letters: str) -> bytes:
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    try:
        return base64.b64decode(whole + "=" * (-len(whole) % 4))
    except binascii.Error:
        return b""


def _text(data: bytes) -> str:
    return data.replace(b"\0", b"").decode("utf-8", "replace")
