"""Takes pictures apart without decoding them: size, metadata, what lies behind their end."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from certfolio.evidence_scan.exif import Exif, read_exif

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a")
_TIFF = (b"II*\x00", b"MM\x00*")
_PIECES = 100_000
_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_TEXT_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt"})


@dataclass(slots=True)
class Picture:
    """What a picture says of itself; `is_whole` is False where its end is missing.

    `texts` are keywords with what stands behind them; `behind` counts bytes after its end.
    """

    width: int = 0
    height: int = 0
    exif: Exif = field(default_factory=Exif)
    texts: list[tuple[str, str]] = field(default_factory=list)
    behind: int = 0
    is_whole: bool = True


def read_picture(data: bytes) -> Picture | None:
    """Take a picture apart; None for what is no picture."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data.startswith(_GIF):
        return _gif(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if data.startswith(_TIFF):
        return Picture(exif=read_exif(data))
    return None


def _png(data: bytes) -> Picture:
    picture = Picture(is_whole=False)
    end = len(_PNG)
    for kind, start, end in _png_chunks(data):
        body = data[start:end]
        if kind == b"IHDR" and len(body) >= 8:
            picture.width, picture.height = struct.unpack_from(">II", body)
        elif kind in _TEXT_CHUNKS:
            keyword, _, rest = body[:4000].partition(b"\0")
            told = rest.decode("utf-8", "replace") if kind == b"tEXt" else ""
            picture.texts.append((keyword.decode("latin-1"), told))
        elif kind == b"eXIf":
            picture.exif = read_exif(body)
        elif kind == b"IEND":
            picture.is_whole = True
            picture.behind = len(data) - end - 4
    return picture


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = len(_PNG)
    for _ in range(_PIECES):
        if at + 12 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            return
        yield kind, at + 8, at + 8 + length
        if kind == b"IEND":
            return
        at += 12 + length


def _jpeg(data: bytes) -> Picture:
    picture = Picture(is_whole=False)
    scan = len(data)
    for marker, start, end in _jpeg_segments(data):
        body = data[start:end]
        if marker in _FRAME and len(body) >= 5:
            picture.height, picture.width = struct.unpack_from(">HH", body, 1)
        elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
            picture.exif = read_exif(body[6:])
        elif marker == 0xED:
            picture.texts += [("By-line", text) for text in _bylines(body)]
        elif marker == 0xFE:
            picture.texts.append(("Comment", body[:4000].decode("utf-8", "replace")))
        elif marker == 0xDA:
            scan = end
    close = data.find(b"\xff\xd9", scan)
    if close >= 0:
        picture.is_whole = True
        picture.behind = len(data[close + 2 :].rstrip(b"\0"))
    return picture


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    at = 2
    for _ in range(_PIECES):
        if at + 4 > len(data) or data[at] != 0xFF:
            return
        marker = data[at + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD7 or marker == 0x01:
            at += 1 if marker == 0xFF else 2
            continue
        length = struct.unpack_from(">H", data, at + 2)[0]
        if length < 2:
            return
        yield marker, at + 4, min(at + 2 + length, len(data))
        if marker == 0xDA:
            return
        at += 2 + length


def _bylines(body: bytes) -> Iterator[str]:
    """Find the names in IPTC data, where Photoshop and agencies write them."""
    at = body.find(b"\x1c\x02\x50")
    for _ in range(20):
        if at < 0 or at + 5 > len(body):
            return
        length = struct.unpack_from(">H", body, at + 3)[0]
        yield body[at + 5 : at + 5 + min(length, 200)].decode("utf-8", "replace")
        at = body.find(b"\x1c\x02\x50", at + 5)


def _gif(data: bytes) -> Picture:
    picture = Picture(is_whole=b"\x3b" in data[-64:])
    if len(data) >= 10:
        picture.width, picture.height = struct.unpack_from("<HH", data, 6)
    at = data.find(b"\x21\xfe")
    if at >= 0 and at + 3 < len(data):
        length = data[at + 2]
        picture.texts.append(("Comment", data[at + 3 : at + 3 + length].decode("utf-8", "replace")))
    return picture


def _webp(data: bytes) -> Picture:
    picture = Picture()
    size = struct.unpack_from("<I", data, 4)[0] + 8
    picture.is_whole = size <= len(data)
    picture.behind = max(0, len(data) - size - size % 2)
    at = 12
    for _ in range(_PIECES):
        if at + 8 > min(size, len(data)):
            break
        kind, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if kind == b"VP8X" and len(body) >= 10:
            picture.width = int.from_bytes(body[4:7], "little") + 1
            picture.height = int.from_bytes(body[7:10], "little") + 1
        elif kind == b"EXIF":
            picture.exif = read_exif(body.removeprefix(b"Exif\0\0"))
        at += 8 + length + length % 2
    return picture
