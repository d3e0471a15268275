"""Judges by its contents whether a file is what its suffix says and may lie in a portal."""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_refusal import refusal
from certfolio.model.problem import Code
from certfolio.model.quoting import shown

_HEAD = 65_536
_CONTENT_TYPES_LIMIT = 1_000_000
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
# what browsers take for a page when a server does not say what a file is
_MARKUP = re.compile(
    rb"<(?:!--|!doctype\b|\?xml\b|(?:html|head|body|script|iframe|style|title|svg|object|embed|form"
    rb"|meta|link|base|img|table|div|h1|p|a|b|br|font)(?![a-z0-9]))"
)
_IS_MARKUP = "is a web page or other markup"
# everything zipfile was seen to raise for a file that is not what it says
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)

Test = Callable[[BinaryIO, bytes], str | None]


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file a portal may hold: its suffix, its name for people, and the test it passes.

    The test answers with what is wrong, or with None.
    """

    suffix: str
    label: str
    media_type: str
    test: Test


def judge(name: str, handle: BinaryIO) -> FileType | FileFault:
    """Return the type of an open file, or why it may not be shipped; reads from its beginning."""
    suffix = PurePosixPath(name).suffix.lower()
    file_type = _BY_SUFFIX.get(suffix)
    if file_type is None:
        return refusal(name, suffix, (row.suffix for row in FILE_TYPES))
    handle.seek(0)
    wrong = file_type.test(handle, handle.read(_HEAD))
    if wrong is None:
        return file_type
    return FileFault(
        Code.FILE_TYPE,
        f"{shown(name, 120)} {wrong}",
        f"a {suffix} file whose contents are those of a {file_type.label}",
        "export it as a PDF, and name that file"
        if wrong == _IS_MARKUP
        else "save it again from the program that made it, or give it the suffix of what it is",
    )


def _starts_with(*signatures: bytes) -> Test:
    def test(_handle: BinaryIO, head: bytes) -> str | None:
        return None if head.startswith(signatures) else _looks_like(head)

    return test


def _looks_like(head: bytes) -> str:
    if head.startswith(_OLD_OFFICE):
        return "is an old or password-protected Office file"
    if _is_markup(head):
        return _IS_MARKUP
    if head.startswith(b"PK"):
        return "is a zip file"
    return "holds something else than its suffix says"


def _is_markup(head: bytes) -> bool:
    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\f").replace(b"\x00", b"").lower()
    return _MARKUP.match(text) is not None


def _webp(_handle: BinaryIO, head: bytes) -> str | None:
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return None if is_webp else _looks_like(head)


def _text(_handle: BinaryIO, head: bytes) -> str | None:
    """Accept any encoding without null bytes, and UTF-16 with its mark; refuse markup."""
    if _is_markup(head):
        return _IS_MARKUP
    if head.startswith(_WIDE_MARKS):
        return None if _decodes_wide(head) else "is not text in any encoding"
    return "is not text in any encoding" if b"\x00" in head else None


def _decodes_wide(head: bytes) -> bool:
    try:
        # a pair of surrogates may be cut by the end of what was read
        head[: len(head) // 2 * 2].decode("utf-16", "strict" if len(head) < _HEAD else "replace")
    except UnicodeDecodeError:
        return False
    return True


def _text_beginning(*beginnings: bytes) -> Test:
    def test(handle: BinaryIO, head: bytes) -> str | None:
        wrong = _text(handle, head)
        begins = head.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(beginnings)
        return wrong if wrong is not None or begins else _looks_like(head)

    return test


def _mail(handle: BinaryIO, head: bytes) -> str | None:
    first, colon, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b":")
    is_header = bool(colon) and first.replace(b"-", b"").isalnum()
    if is_header or head.startswith(b"From "):
        return _text(handle, head)
    return _looks_like(head)


def _office(folder: str) -> Test:
    def test(handle: BinaryIO, head: bytes) -> str | None:
        return _zipped(handle, head, lambda archive: _office_parts(archive, folder))

    return test


def _office_parts(archive: zipfile.ZipFile, folder: str) -> str | None:
    names = archive.namelist()
    if "[Content_Types].xml" not in names or not any(name.startswith(folder) for name in names):
        return "is a zip file, but not of this Office program"
    types = _beginning(archive, "[Content_Types].xml").lower()
    has_macros = any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names)
    if has_macros or b"macroenabled" in types or b"vbaproject" in types:
        return "holds macros"
    return None


def _open_document(kind: bytes) -> Test:
    def parts(archive: zipfile.ZipFile) -> str | None:
        names = archive.namelist()
        if "mimetype" not in names or _beginning(archive, "mimetype").strip() != kind:
            return "is a zip file, but not of this kind of document"
        if any(name.startswith(("Basic/", "Scripts/")) for name in names):
            return "holds macros"
        return None

    def test(handle: BinaryIO, head: bytes) -> str | None:
        return _zipped(handle, head, parts)

    return test


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read a bounded part of an entry, as it may unpack to any size."""
    with archive.open(name) as entry:
        return entry.read(_CONTENT_TYPES_LIMIT)


def _zipped(
    handle: BinaryIO, head: bytes, look: Callable[[zipfile.ZipFile], str | None]
) -> str | None:
    if not head.startswith(b"PK\x03\x04"):
        return _looks_like(head)
    try:
        with zipfile.ZipFile(handle) as archive:
            return look(archive)
    except _DAMAGES:
        return "is a damaged zip file"


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."

FILE_TYPES = (
    FileType(".pdf", "PDF document", "application/pdf", _starts_with(b"%PDF-")),
    FileType(".docx", "Word document", f"{_OFFICE}wordprocessingml.document", _office("word/")),
    FileType(".xlsx", "Excel workbook", f"{_OFFICE}spreadsheetml.sheet", _office("xl/")),
    FileType(
        ".pptx", "PowerPoint slides", f"{_OFFICE}presentationml.presentation", _office("ppt/")
    ),
    FileType(".odt", "OpenDocument text", f"{_OPEN}text", _open_document(f"{_OPEN}text".encode())),
    FileType(
        ".ods",
        "OpenDocument spreadsheet",
        f"{_OPEN}spreadsheet",
        _open_document(f"{_OPEN}spreadsheet".encode()),
    ),
    FileType(".csv", "table of comma-separated values", "text/csv", _text),
    FileType(".tsv", "table of tab-separated values", "text/tab-separated-values", _text),
    FileType(".txt", "text", "text/plain", _text),
    FileType(".md", "Markdown text", "text/markdown", _text),
    FileType(".log", "log", "text/plain", _text),
    FileType(
        ".json",
        "JSON file",
        "application/json",
        _text_beginning(*(bytes([byte]) for byte in b'{["-0123456789TFN')),
    ),
    FileType(".png", "PNG picture", "image/png", _starts_with(b"\x89PNG\r\n\x1a\n")),
    FileType(".jpg", "JPEG picture", "image/jpeg", _starts_with(b"\xff\xd8\xff")),
    FileType(".jpeg", "JPEG picture", "image/jpeg", _starts_with(b"\xff\xd8\xff")),
    FileType(".gif", "GIF picture", "image/gif", _starts_with(b"GIF87a", b"GIF89a")),
    FileType(".webp", "WebP picture", "image/webp", _webp),
    FileType(".eml", "e-mail", "message/rfc822", _mail),
    FileType(".ics", "calendar entry", "text/calendar", _text_beginning(b"BEGIN:VCALENDAR")),
    FileType(".zip", "zip file", "application/zip", _starts_with(b"PK\x03\x04", b"PK\x05\x06")),
)

_BY_SUFFIX = {row.suffix: row for row in FILE_TYPES}
