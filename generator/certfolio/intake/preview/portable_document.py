"""Says whether a PDF may be shown in a page: only where nothing in it acts by itself."""

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from certfolio.model.message import say
from certfolio.model.preview import DocumentPreview, NoPreview

_LARGEST_FILE = 50_000_000
_PACKED = 1_000_000
_UNPACKED = 4_000_000
_BUNDLES = 2_000
_ACTS = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|XFA|SubmitForm|ImportData|GoToE)\b")
_ENCRYPTED = re.compile(rb"/Encrypt\b")
_BUNDLE = re.compile(rb"/ObjStm\b[^\x00]{0,400}?stream\r?\n", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")


def document_preview(handle: BinaryIO) -> DocumentPreview | NoPreview:
    """Return that a PDF can be shown, or why it is not: it acts, or it cannot be looked into."""
    if handle.seek(0, os.SEEK_END) > _LARGEST_FILE:
        return NoPreview(say("Not shown here: the file is very large."))
    handle.seek(0)
    whole = handle.read()
    bundles = [found.end() for found in _BUNDLE.finditer(whole)]
    if _ENCRYPTED.search(whole) or len(bundles) > _BUNDLES:
        return NoPreview(say("Not shown here: it is encrypted or cannot be looked into."))
    if any(_ACTS.search(_plain(part)) for part in (whole, *_unpacked(whole, bundles))):
        return NoPreview(say("Not shown here: it holds scripts or actions."))
    return DocumentPreview()


def _unpacked(whole: bytes, bundles: Iterable[int]) -> Iterator[bytes]:
    """Yield what bundles of objects hold, where most programs pack the dictionaries."""
    view = memoryview(whole)
    for begin in bundles:
        try:
            yield zlib.decompressobj().decompress(view[begin : begin + _PACKED], _UNPACKED)
        except zlib.error:
            continue


def _plain(part: bytes) -> bytes:
    """Write names in plain letters: PDF lets any letter of a name be a number."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), part) if b"#" in part else part
