"""Reads the size of a picture from its header; no picture is ever decoded here."""

import os
import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO

from certfolio.model.message import say
from certfolio.model.preview import NoPreview, PicturePreview

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 16_000
LARGEST_FILE = 20_000_000
_SEGMENTS = 400
_TAIL = 4_096

_Size = tuple[int, int]


def picture_preview(handle: BinaryIO) -> PicturePreview | NoPreview:
    """Return a picture that a browser can show without harm, or why it is not shown."""
    handle.seek(0)
    head = handle.read(32)
    read = next((read for begins, read in _READERS.items() if head.startswith(begins)), None)
    try:
        size = read(handle) if read else None
    except (struct.error, IndexError):
        size = None
    if size is None or 0 in size:
        return NoPreview(say("Not shown here: the picture is damaged or cut off."))
    width, height = size
    octets = handle.seek(0, os.SEEK_END)
    if width * height > MOST_PIXELS or max(size) > LONGEST_SIDE or octets > LARGEST_FILE:
        return NoPreview(
            say(
                "Not shown here: the picture is very large ({width} × {height} pixels).",
                width=width,
                height=height,
            )
        )
    return PicturePreview(width, height)


def _png(handle: BinaryIO) -> _Size | None:
    handle.seek(16)
    width, height = struct.unpack(">II", handle.read(8))
    return (width, height) if b"IEND" in _tail(handle) else None


def _gif(handle: BinaryIO) -> _Size | None:
    handle.seek(6)
    width, height = struct.unpack("<HH", handle.read(4))
    return (width, height) if b"\x3b" in _tail(handle)[-16:] else None


def _jpeg(handle: BinaryIO) -> _Size | None:
    """Walk from segment to segment up to the one that holds the size."""
    handle.seek(2)
    for _ in range(_SEGMENTS):
        marker = handle.read(2)
        if len(marker) < 2 or marker[0] != 0xFF:
            return None
        while marker[1] == 0xFF:
            marker = marker[1:] + handle.read(1)
        (length,) = struct.unpack(">H", handle.read(2))
        if 0xC0 <= marker[1] <= 0xCF and marker[1] not in (0xC4, 0xC8, 0xCC):
            _precision, height, width = struct.unpack(">BHH", handle.read(5))
            return (width, height) if b"\xff\xd9" in _tail(handle) else None
        if marker[1] == 0xDA or length < 2:
            return None
        handle.seek(length - 2, os.SEEK_CUR)
    return None


def _webp(handle: BinaryIO) -> _Size | None:
    handle.seek(4)
    (length,) = struct.unpack("<I", handle.read(4))
    handle.seek(12)
    chunk = handle.read(18)
    if handle.seek(0, os.SEEK_END) < length + 8:
        return None
    if chunk.startswith(b"VP8X"):
        return _three(chunk[12:15]) + 1, _three(chunk[15:18]) + 1
    if chunk.startswith(b"VP8L"):
        (bits,) = struct.unpack("<I", chunk[9:13])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk.startswith(b"VP8 "):
        width, height = struct.unpack("<HH", chunk[14:18])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _three(octets: bytes) -> int:
    return int.from_bytes(octets, "little")


def _tail(handle: BinaryIO) -> bytes:
    size = handle.seek(0, os.SEEK_END)
    handle.seek(max(0, size - _TAIL))
    return handle.read()


_READERS: Mapping[bytes, Callable[[BinaryIO], _Size | None]] = MappingProxyType(
    {
        b"\x89PNG\r\n\x1a\n": _png,
        b"\xff\xd8\xff": _jpeg,
        b"GIF87a": _gif,
        b"GIF89a": _gif,
        b"RIFF": _webp,
    }
)
