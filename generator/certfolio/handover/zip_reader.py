"""Reads a package strictly: what is not as this program writes it is refused, nothing is unpacked.

Whatever a sender can put into a zip to make two readers see two things is a fault here.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO

from certfolio.handover.package_name import path_fault, twins
from certfolio.handover.zip_layout import ZipEntry, ZipFault, read_layout
from certfolio.model.quoting import shown

MOST_FILES = 200_000
MOST_BYTES = 20 * 10**9
_LARGE = 100 * 10**6
_MOST_RATIO = 200
_ONCE = 1 << 18


def read_entries(stream: BinaryIO) -> tuple[ZipEntry, ...]:
    """Return the entries of a zip whose layout, names and sizes are sound; raise ZipFault."""
    entries = read_layout(stream)
    for fault in faults_of(entries):
        raise ZipFault(fault)
    return entries


def entry_digest(stream: BinaryIO, entry: ZipEntry) -> str:
    """Return the SHA-256 of an entry's contents; raise ZipFault where they are damaged."""
    digest, crc, size = sha256(), 0, 0
    for chunk in entry_chunks(stream, entry):
        digest.update(chunk)
        crc = zlib.crc32(chunk, crc)
        size += len(chunk)
    if size != entry.size or crc != entry.crc:
        raise ZipFault(f"{entry.name} is damaged: its contents are not what its header says")
    return digest.hexdigest()


def entry_chunks(stream: BinaryIO, entry: ZipEntry) -> Iterator[bytes]:
    """Yield the contents of an entry, never more than its header says, in constant memory."""
    stream.seek(entry.begins)
    packed = _packed(stream, entry)
    yield from packed if entry.method == 0 else _inflated(packed, entry)


def _packed(stream: BinaryIO, entry: ZipEntry) -> Iterator[bytes]:
    left = entry.packed
    while left:
        chunk = stream.read(min(left, _ONCE))
        if not chunk:
            raise ZipFault(f"the file ends inside {entry.name}")
        left -= len(chunk)
        yield chunk


def _inflated(packed: Iterator[bytes], entry: ZipEntry) -> Iterator[bytes]:
    reader, given = zlib.decompressobj(-zlib.MAX_WBITS), 0
    try:
        for chunk in packed:
            waiting = chunk
            while waiting and not reader.eof:
                found = reader.decompress(waiting, _ONCE)
                waiting = reader.unconsumed_tail
                given += len(found)
                if given > entry.size:
                    raise ZipFault(f"{entry.name} holds more than its header says")
                yield found
            if waiting or reader.unused_data:
                raise ZipFault(f"{entry.name} has bytes behind its end")
        rest = reader.flush()
    except zlib.error:
        raise ZipFault(f"{entry.name} is damaged: it cannot be unpacked") from None
    if not reader.eof or given + len(rest) > entry.size:
        raise ZipFault(f"{entry.name} is damaged: it has no end")
    yield rest


def faults_of(entries: Sequence[ZipEntry]) -> Iterator[str]:
    """Say what is wrong with the names and sizes of entries, before any is unpacked."""
    names = [entry.name for entry in entries]
    if len(names) > MOST_FILES:
        yield f"it holds {len(names)} files; {MOST_FILES} are allowed"
    total = sum(entry.size for entry in entries)
    if total > MOST_BYTES:
        yield f"it would unpack to {total} bytes; {MOST_BYTES} are allowed"
    for entry in entries:
        fault = path_fault(entry.name)
        if fault is not None:
            yield fault
        if entry.size > _LARGE and entry.size > _MOST_RATIO * max(entry.packed, 1):
            yield f"{shown(entry.name, 80)} unpacks to more than {_MOST_RATIO} times its size"
    for name, number in Counter(names).items():
        if number > 1:
            yield f"{shown(name, 80)} is there twice"
    for first, second in twins(names):
        yield f"{shown(first, 80)} and {shown(second, 80)} differ only by case"
