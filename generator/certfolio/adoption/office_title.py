"""Reads the title that an Office document carries among its properties."""

import zipfile
from typing import BinaryIO
from xml.parsers import expat

_PROPERTIES = "docProps/core.xml"
_LARGEST = 65_536
_TITLE = "http://purl.org/dc/elements/1.1/ title"
# everything zipfile and its decompressors were seen to raise for a damaged file
_DAMAGES = (zipfile.BadZipFile, ArithmeticError, EOFError, LookupError, OSError, ValueError)


def office_title(handle: BinaryIO) -> str | None:
    """Return the title in a .docx, .xlsx or .pptx file, None where there is none to be had.

    Properties that are large, damaged or declare entities are left alone.
    """
    try:
        with zipfile.ZipFile(handle) as archive, archive.open(_PROPERTIES) as entry:
            data = entry.read(_LARGEST + 1)
    except (*_DAMAGES, RuntimeError, zipfile.zlib.error):  # type: ignore[attr-defined]
        return None
    return None if len(data) > _LARGEST else _title(data)


class _RefusedError(Exception):
    """The properties declare a document type, which may define entities without end."""


def _title(data: bytes) -> str | None:
    parser = expat.ParserCreate(namespace_separator=" ")
    inside: list[str] = []
    words: list[str] = []

    def start(name: str, _attributes: object) -> None:
        inside.append(name)

    def end(_name: str) -> None:
        inside.pop()

    def text(piece: str) -> None:
        if inside[-1] == _TITLE:
            words.append(piece)

    def refuse(*_declared: object) -> None:
        raise _RefusedError

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, _RefusedError, LookupError, ValueError):
        return None
    return "".join(words) or None
