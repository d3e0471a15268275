"""Finds files that are two things at once: what their suffix says, and an archive behind it."""

import os
import struct
from typing import BinaryIO

_END_OF_ZIP = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_COMMENT = 65_535
_DISK = slice(32_769, 32_774)
_SNIFFED = 512
_PAGES = (b"<!doctype html", b"<html", b"<script", b"<svg")


def second_nature(handle: BinaryIO, head: bytes) -> str | None:
    """Say what else a file is: a zip file to whoever reads from its end, a disk image, a page.

    Zip files themselves are not asked.
    """
    if head[_DISK] == b"CD001":
        return "is also a disk image"
    if any(mark in head[:_SNIFFED].lower() for mark in _PAGES) and not _is_text(head):
        return "is also a web page"
    return "is also a zip file" if _ends_as_zip(handle) else None


def _is_text(head: bytes) -> bool:
    """Text may speak of markup; what begins with markup was refused before."""
    return b"\x00" not in head[:_SNIFFED] and not head.startswith((b"%PDF-", b"GIF8"))


def _ends_as_zip(handle: BinaryIO) -> bool:
    size = handle.seek(0, os.SEEK_END)
    handle.seek(max(0, size - _COMMENT - 22))
    tail = handle.read()
    at = tail.rfind(_END_OF_ZIP)
    if at < 0 or at + 22 > len(tail):
        return False
    directory, comment = struct.unpack_from("<I4xH", tail, at + 12)
    if at + 22 + comment != len(tail):
        return False
    begins = size - len(tail) + at - directory
    if begins < 0:
        return False
    handle.seek(begins)
    return directory > 0 and handle.read(4) == _ENTRY
