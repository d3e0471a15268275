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

from certfolio.intake.attachment_encrypted import OLD_OFFICE, is_encrypted_office
from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_macro import Macros, macros_in
from certfolio.intake.attachment_polyglot import second_nature
from certfolio.intake.attachment_refusal import refusal
from certfolio.model.problem import Code
from certfolio.model.quoting import shown

_HEAD = 65_536
_CONTENT_TYPES_LIMIT = 1_000_000
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
# what browsers take for a page when a server does not say what a file is
_MARKUP = re.compile(
    rb"<(?:!--|!doctype\b|\?xml\b|(?:html|head|body|script|iframe|style|title|svg|object|embed|form"
    rb"|meta|link|base|img|table|div|h1|p|a|b|br|font)(?![a-z0-9]))"
)
_SAVED_PAGE = re.compile(
    rb"^(?:snapshot-content-location:|from:[^\n]{0,20}saved by )", re.IGNORECASE | re.MULTILINE
)
_IS_MARKUP = "is a web page or other markup"
# everything zipfile was seen to raise for a file that is not what it says
ZIP_DAMAGES = (
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


def judge(name: str, handle: BinaryIO, *, allows_macros: bool = False) -> FileType | FileFault:
    """Return the type of an open file, or why it may not be shipped; reads from its beginning.

    With `allows_macros` the Office types that say by their suffix that they can hold macros are
    taken too; macros under any other suffix never are.
    """
    suffix = PurePosixPath(name).suffix.lower()
    file_type = _BY_SUFFIX.get(suffix) or (_WITH_MACROS.get(suffix) if allows_macros else None)
    if file_type is None:
        return refusal(name, suffix, (row.suffix for row in FILE_TYPES))
    handle.seek(0)
    head = handle.read(_HEAD)
    wrong = file_type.test(handle, head)
    if wrong is None and suffix not in _ZIPPED:
        wrong = second_nature(handle, head)
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
    if head.startswith(OLD_OFFICE):
        return "is an old Office file"
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
    if _SAVED_PAGE.search(head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]):
        # a browser opens it as the page it was, as it does with .mht
        return "is a saved web page"
    first, colon, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b":")
    is_header = bool(colon) and first.replace(b"-", b"").isalnum()
    if is_header or head.startswith(b"From "):
        return _text(handle, head)
    return _looks_like(head)


def _office(folder: str, *, allows_macros: bool = False) -> Test:
    def test(handle: BinaryIO, head: bytes) -> str | None:
        if head.startswith(OLD_OFFICE):
            handle.seek(0)
            return None if is_encrypted_office(handle.read()) else _looks_like(head)
        return _zipped(handle, head, lambda archive: _office_parts(archive, folder, allows_macros))

    return test


def _office_parts(archive: zipfile.ZipFile, folder: str, allows_macros: bool) -> str | None:
    names = archive.namelist()
    if "[Content_Types].xml" not in names or not any(name.startswith(folder) for name in names):
        return "is a zip file, but not of this Office program"
    lists = ["[Content_Types].xml", *(n for n in names if n.startswith(folder) and _tells(n))]
    macros = macros_in(names, b" ".join(_beginning(archive, name) for name in lists[:50]))
    return None if macros is None or allows_macros else macros.value


def _tells(name: str) -> bool:
    """Whether a part lists relations of the document, among them that to its macros."""
    return name.lower().endswith((".xml.rels", ".bin.rels")) and name.count("/") == 2


def _open_document(kind: bytes) -> Test:
    def parts(archive: zipfile.ZipFile) -> str | None:
        names = archive.namelist()
        if "mimetype" not in names or _beginning(archive, "mimetype").strip() != kind:
            return "is a zip file, but not of this kind of document"
        has_macros = macros_in(names, b"") is not None
        return Macros.VBA.value if has_macros else None

    def test(handle: BinaryIO, head: bytes) -> str | None:
        return _zipped(handle, head, parts)

    return test


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read a bounded part of an entry, as it may unpack to any size."""
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # other methods may ask for memory without measure, and Office knows none of them
        raise zipfile.BadZipFile
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
    except ZIP_DAMAGES:
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

_MACRO = "application/vnd.ms-"
MACRO_TYPES = (
    FileType(
        ".docm",
        "Word document with macros",
        f"{_MACRO}word.document.macroEnabled.12",
        _office("word/", allows_macros=True),
    ),
    FileType(
        ".xlsm",
        "Excel workbook with macros",
        f"{_MACRO}excel.sheet.macroEnabled.12",
        _office("xl/", allows_macros=True),
    ),
    FileType(
        ".xlsb",
        "binary Excel workbook",
        f"{_MACRO}excel.sheet.binary.macroEnabled.12",
        _office("xl/", allows_macros=True),
    ),
    FileType(
        ".pptm",
        "PowerPoint slides with macros",
        f"{_MACRO}powerpoint.presentation.macroEnabled.12",
        _office("ppt/", allows_macros=True),
    ),
)
"""Taken only where a record allows the file its macros, with a reason."""

_BY_SUFFIX = {row.suffix: row for row in FILE_TYPES}
_WITH_MACROS = {row.suffix: row for row in MACRO_TYPES}
_ZIPPED = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", *_WITH_MACROS})


def is_macro_type(name: str) -> bool:
    """Whether the suffix says that the file is an Office file that can hold macros."""
    return PurePosixPath(name).suffix.lower() in _WITH_MACROS
