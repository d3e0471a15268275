"""Reads the few entries of EXIF that tell of people, places and devices."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.evidence_scan.finding import plain

_BYTE_ORDERS = {b"II": "<", b"MM": ">"}
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 12: 8, 13: 4}
_ENTRIES = 500
_TEXT = 400

_EXIF, _GPS = 0x8769, 0x8825
_PEOPLE = (0x013B, 0x8298, 0xA430, 0x9C9D)  # artist, copyright, owner of the camera, XP author
_SERIALS = (0xA431, 0xA435, 0xC62F)  # body, lens, camera
_COMMENTS = (0x010E, 0x9286, 0x9C9C, 0x9C9B)  # description, comment, XP comment, XP title
_POSITION = (2, 4)  # latitude, longitude
_THUMBNAIL = 0x0201


@dataclass(frozen=True, slots=True)
class Exif:
    """Names of people, comments, and whether position, device or a small picture are told."""

    people: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    has_position: bool = False
    has_serial: bool = False
    has_thumbnail: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    tag: int
    value: bytes


def read_exif(data: bytes) -> Exif:
    """Read a block of EXIF (the bytes from II or MM on); a damaged one says what it can."""
    order = _BYTE_ORDERS.get(data[:2])
    if order is None or len(data) < 8:
        return Exif()
    first = _number(data, 4, order)
    main, following = _directory(data, first, order)
    below = [entry for tag in (_EXIF,) for entry in _below(data, main, tag, order)]
    position = _below(data, main, _GPS, order)
    small = _directory(data, following, order)[0] if following else []
    entries = [*main, *below]
    return Exif(
        people=_texts(entries, _PEOPLE),
        comments=_texts(entries, _COMMENTS),
        has_position=any(entry.tag in _POSITION for entry in position),
        has_serial=any(entry.tag in _SERIALS and entry.value.strip(b"\0 ") for entry in entries),
        has_thumbnail=any(entry.tag == _THUMBNAIL for entry in small),
    )


def _below(data: bytes, entries: list[_Entry], tag: int, order: str) -> list[_Entry]:
    for entry in entries:
        if entry.tag == tag and len(entry.value) >= 4:
            return _directory(data, _number(entry.value, 0, order), order)[0]
    return []


def _directory(data: bytes, at: int, order: str) -> tuple[list[_Entry], int]:
    """Return the entries of a directory and where the following one lies."""
    if at + 2 > len(data):
        return [], 0
    count = min(struct.unpack_from(f"{order}H", data, at)[0], _ENTRIES)
    entries = list(_entries(data, at + 2, count, order))
    return entries, _number(data, at + 2 + 12 * count, order)


def _entries(data: bytes, at: int, count: int, order: str) -> Iterator[_Entry]:
    for place in range(at, at + 12 * count, 12):
        if place + 12 > len(data):
            return
        tag, kind, number = struct.unpack_from(f"{order}HHI", data, place)
        size = _SIZES.get(kind, 0) * number
        start = place + 8 if size <= 4 else _number(data, place + 8, order)
        yield _Entry(tag, data[start : start + min(size, _TEXT)])


def _number(data: bytes, at: int, order: str) -> int:
    if at + 4 > len(data):
        return 0
    number: int = struct.unpack_from(f"{order}I", data, at)[0]
    return number


def _texts(entries: list[_Entry], tags: tuple[int, ...]) -> tuple[str, ...]:
    found = (_text(entry) for entry in entries if entry.tag in tags)
    return tuple(dict.fromkeys(text for text in found if text))


def _text(entry: _Entry) -> str:
    if entry.tag >= 0x9C9B and entry.tag <= 0x9C9F:
        return plain(entry.value.decode("utf-16-le", "replace").rstrip("\0"))
    value = entry.value
    for mark in (b"ASCII\0\0\0", b"UNICODE\0", b"\0" * 8):
        value = value.removeprefix(mark)
    return plain(value.rstrip(b"\0 ").replace(b"\0", b"").decode("utf-8", "replace"))
