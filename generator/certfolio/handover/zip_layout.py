"""Reads how a zip is laid out, byte by byte, and refuses every layout that can mean two things.

PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16. Python's zipfile and other readers
forgive a lot, each something else; a package that was checked must be the one that is unpacked.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_MOST_DIRECTORY = 1 << 26
_16, _32 = 0xFFFF, 0xFFFFFFFF
_FLAGS = frozenset({0, 0x800})
_METHODS = frozenset({0, 8})
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3 << 8


class ZipFault(Exception):  # noqa: N818 - the file is at fault
    """The zip is not one that this program wrote, or it was changed; the text says where."""


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One file of a zip: where its bytes begin, how many there are, packed and unpacked."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    begins: int


def read_layout(stream: BinaryIO) -> tuple[ZipEntry, ...]:
    """Return the entries of a zip in which every byte belongs to exactly one thing.

    Local headers with their data follow each other from the first byte, then the central
    directory, then one end record without a comment. Both headers of an entry agree. Raise
    ZipFault otherwise. Nothing is unpacked.
    """
    length = stream.seek(0, os.SEEK_END)
    begins, size, number, ends = _end_record(stream, length)
    if begins + size != ends or size > _MOST_DIRECTORY:
        raise ZipFault("the central directory does not lie right before the end record")
    directory = _read(stream, begins, size, "the central directory")
    entries = []
    position = 0
    for central in _centrals(directory, number):
        entry = _with_local_header(stream, central, position)
        position = entry.begins + entry.packed
        if position > begins:
            raise ZipFault(f"{entry.name} reaches into the central directory")
        entries.append(entry)
    if position != begins:
        raise ZipFault(f"{begins - position} bytes before the central directory belong to nothing")
    return tuple(entries)


@dataclass(frozen=True, slots=True)
class _Central:
    raw_name: bytes
    flags: int
    fields: tuple[int, ...]
    extra: bytes
    packed: int
    size: int
    offset: int

    @property
    def name(self) -> str:
        return self.raw_name.decode("utf-8", "backslashreplace")


def _end_record(stream: BinaryIO, length: int) -> tuple[int, int, int, int]:
    """Return where the directory begins, its size, the number of entries, where the end begins."""
    ends = length - _END.size
    if ends < 0:
        raise ZipFault("it is too short to be a zip")
    raw = _read(stream, ends, _END.size, "the end record")
    mark, disk, first, here, number, size, begins, comment = _END.unpack(raw)
    if mark != b"PK\5\6" or comment:
        raise ZipFault("it does not end with the end record of a zip: cut off, or added to")
    if disk or first or here != number:
        raise ZipFault("it is a part of a zip that was split")
    if begins + size == ends and _16 not in (here, number) and _32 not in (size, begins):
        return begins, size, number, ends
    large = _end_record_64(stream, ends)
    if any(
        told not in (most, true)
        for told, most, true in ((begins, _32, large[0]), (size, _32, large[1]))
    ):
        raise ZipFault("its two end records contradict each other")
    return large


def _end_record_64(stream: BinaryIO, ends: int) -> tuple[int, int, int, int]:
    at = ends - _LOCATOR.size - _END_64.size
    if at < 0:
        raise ZipFault("its zip64 end record is missing")
    raw = _read(stream, at, _END_64.size + _LOCATOR.size, "the zip64 end record")
    mark, length, _made, _needs, disk, first, here, number, size, begins = _END_64.unpack_from(raw)
    sign, where, offset, disks = _LOCATOR.unpack_from(raw, _END_64.size)
    is_whole = mark == b"PK\6\6" and sign == b"PK\6\7" and length == _END_64.size - 12
    if not is_whole or (where, offset, disks) != (0, at, 1) or disk or first or here != number:
        raise ZipFault("its zip64 end record is not right")
    return begins, size, number, at


def _centrals(directory: bytes, number: int) -> Iterator[_Central]:
    position = 0
    for _count in range(number):
        if position + _CENTRAL.size > len(directory):
            raise ZipFault("its central directory ends too early")
        head = _CENTRAL.unpack_from(directory, position)
        mark, made, needs, flags, method, time, day, crc, packed, size = head[:10]
        name_size, extra_size, comment_size, disk, internal, external, offset = head[10:]
        begins = position + _CENTRAL.size
        extra_begins = begins + name_size
        position = extra_begins + extra_size + comment_size
        name = directory[begins:extra_begins]
        called = name.decode("utf-8", "backslashreplace")
        if mark != b"PK\1\2" or position > len(directory):
            raise ZipFault("its central directory is damaged")
        if comment_size or disk or internal:
            raise ZipFault(f"{called} has a comment or marks of its own in the directory")
        if external != _PLAIN_FILE or made != _UNIX | needs:
            raise ZipFault(f"{called} is not a plain file")
        if flags not in _FLAGS or method not in _METHODS:
            raise ZipFault(f"{called} is encrypted, or packed in a way packages are not")
        extra = directory[extra_begins : extra_begins + extra_size]
        sizes = _sizes((size, packed, offset), extra, called)
        yield _Central(name, flags, (needs, method, time, day, crc), extra, *_ordered(sizes))
    if position != len(directory):
        raise ZipFault("its central directory holds more than its entries")


def _ordered(sizes: tuple[int, int, int]) -> tuple[int, int, int]:
    size, packed, offset = sizes
    return packed, size, offset


def _sizes(stated: tuple[int, int, int], extra: bytes, called: str) -> tuple[int, int, int]:
    """Take sizes that do not fit into 32 bits from the zip64 field, the only one allowed."""
    missing = stated.count(_32)
    if len(extra) != (4 + 8 * missing if missing else 0):
        raise ZipFault(f"{called} has extra fields")
    if not missing:
        return stated
    kind, length = struct.unpack_from("<2H", extra)
    if kind != 1 or length != 8 * missing:
        raise ZipFault(f"{called} has extra fields")
    large = iter(struct.unpack_from(f"<{missing}Q", extra, 4))
    whole = tuple(next(large) if value == _32 else value for value in stated)
    return whole[0], whole[1], whole[2]


def _with_local_header(stream: BinaryIO, central: _Central, expected: int) -> ZipEntry:
    if central.offset != expected:
        raise ZipFault(f"{central.name} does not begin where the entry before it ends")
    raw = _read(stream, expected, _LOCAL.size, central.name)
    mark, needs, flags, method, time, day, crc, packed, size, name_size, extra_size = _LOCAL.unpack(
        raw
    )
    begins = expected + _LOCAL.size
    rest = _read(stream, begins, name_size + extra_size, central.name)
    if mark != b"PK\3\4":
        raise ZipFault(f"the header of {central.name} is damaged")
    name, extra = rest[:name_size], rest[name_size:]
    sizes = _local_sizes(size, packed, extra, central.name)
    told = (name, flags, (needs, method, time, day, crc), *sizes)
    if told != (central.raw_name, central.flags, central.fields, central.size, central.packed):
        raise ZipFault(f"the two headers of {central.name} contradict each other")
    return ZipEntry(
        name=central.name,
        method=method,
        crc=crc,
        packed=central.packed,
        size=central.size,
        begins=begins + name_size + extra_size,
    )


def _local_sizes(size: int, packed: int, extra: bytes, called: str) -> tuple[int, int]:
    if _32 not in (size, packed):
        if extra:
            raise ZipFault(f"{called} has extra fields")
        return size, packed
    if len(extra) != 20 or struct.unpack_from("<2H", extra) != (1, 16):
        raise ZipFault(f"{called} has extra fields")
    whole = struct.unpack_from("<2Q", extra, 4)
    return whole[0], whole[1]


def _read(stream: BinaryIO, begins: int, size: int, what: str) -> bytes:
    stream.seek(begins)
    data = stream.read(size)
    if len(data) != size:
        raise ZipFault(f"the file ends inside {what}")
    return data
