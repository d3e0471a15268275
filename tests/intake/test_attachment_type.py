"""A file is what its contents say, and some kinds never enter a portal."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some

from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_type import FILE_TYPES, FileType, judge
from certfolio.model.problem import Code

DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            # a time of its own, or the workers of a run would see different bytes
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def refused(name: str, content: bytes) -> FileFault:
    result = judge(name, BytesIO(content))
    assert isinstance(result, FileFault), result
    assert result.code is Code.FILE_TYPE
    return result


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4 ..."),
        ("A.PDF", b"%PDF-1.4 ..."),
        ("a.docx", zipped(DOCX)),
        ("a.xlsx", zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""})),
        ("a.pptx", zipped({"[Content_Types].xml": b"", "ppt/presentation.xml": b""})),
        ("a.odt", zipped(ODT)),
        ("a.ods", zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})),
        ("a.csv", b"a;b\r\n=cmd;2\r\n"),
        ("a.tsv", b"a\tb"),
        ("a.txt", "Prüfung".encode("latin-1")),
        ("a.txt", "Prüfung".encode("utf-16")),
        ("a.txt", b"\xef\xbb\xbfwith a mark"),
        ("a.log", b"\x1b[31mred\x1b[0m"),
        ("a.md", b"# Title\n\n<p>inside</p>"),
        ("a.json", b'\n {"a": 1}'),
        ("a.png", b"\x89PNG\r\n\x1a\n..."),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.jpeg", b"\xff\xd8\xff\xe0"),
        ("a.gif", b"GIF89a"),
        ("a.webp", b"RIFF\x10\x00\x00\x00WEBPVP8 "),
        ("a.eml", b"Return-Path: <a@example.org>\r\nSubject: x\r\n\r\nHello"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n"),
        ("a.zip", zipped({"../../evil": b"stays closed"})),
        ("a.zip", zipped({})),
    ],
)
def test_files_that_are_what_they_say(name: str, content: bytes) -> None:
    assert isinstance(judge(name, BytesIO(content)), FileType)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("report.pdf", b"<html>", '"report.pdf" is a web page or other markup'),
        ("report.pdf", b"\n%PDF-1.4", '"report.pdf" holds something else than its suffix says'),
        ("report.pdf", zipped(DOCX), '"report.pdf" is a zip file'),
        ("a.docx", b"%PDF-1.4", '"a.docx" holds something else than its suffix says'),
        (
            "a.docx",
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512,
            '"a.docx" is an old Office file',
        ),
        ("a.docx", zipped({"x": b""}), '"a.docx" is a zip file, but not of this Office program'),
        (
            "a.xlsx",
            zipped(DOCX),
            '"a.xlsx" is a zip file, but not of this Office program',
        ),
        ("a.docx", zipped(DOCX)[:40], '"a.docx" is a damaged zip file'),
        ("a.docx", zipped(DOCX | {"word/vbaProject.bin": b""}), '"a.docx" holds macros'),
        (
            "a.docx",
            zipped(DOCX | {"[Content_Types].xml": b"application/vnd.ms-word.macroEnabled.main"}),
            '"a.docx" holds macros',
        ),
        ("a.odt", zipped(ODT | {"Basic/script.xml": b""}), '"a.odt" holds macros'),
        ("a.odt", zipped(DOCX), '"a.odt" is a zip file, but not of this kind of document'),
        ("a.png", b"GIF89a", '"a.png" holds something else than its suffix says'),
        ("a.txt", b"MZ\x90\x00\x03", '"a.txt" is not text in any encoding'),
        ("a.txt", b"\xff\xfe\x00\xd8a\x00", '"a.txt" is not text in any encoding'),
        ("a.txt", b" \n<!DOCTYPE html>", '"a.txt" is a web page or other markup'),
        ("a.txt", "<script>".encode("utf-16"), '"a.txt" is a web page or other markup'),
        ("a.csv", b"<SCRIPT src=x>", '"a.csv" is a web page or other markup'),
        ("a.md", b"\xef\xbb\xbf<svg onload=x>", '"a.md" is a web page or other markup'),
        ("a.json", b"alert(1)", '"a.json" holds something else than its suffix says'),
        ("a.eml", b"no header here", '"a.eml" holds something else than its suffix says'),
        (
            "a.eml",
            b"From: <Saved by Blink>\r\nSubject: x\r\n\r\nHello",
            '"a.eml" is a saved web page',
        ),
        (
            "a.eml",
            b"Subject: x\nSnapshot-Content-Location: https://x.example/\n\nHello",
            '"a.eml" is a saved web page',
        ),
        ("a.ics", b"hello", '"a.ics" holds something else than its suffix says'),
        ("a.zip", b"Rar!\x1a\x07", '"a.zip" holds something else than its suffix says'),
    ],
)
def test_files_that_are_something_else(name: str, content: bytes, found: str) -> None:
    assert refused(name, content).found == found


def test_a_web_page_named_pdf_is_told_in_words() -> None:
    fault = refused("report.pdf", b"<!DOCTYPE HTML>")
    assert fault.expected == "a .pdf file whose contents are those of a PDF document"
    assert fault.fix == "export it as a PDF, and name that file"


@pytest.mark.parametrize(
    ("name", "found", "fix"),
    [
        (
            "page.HTML",
            "can run scripts in the reader's browser",
            "export it as a PDF or make a picture of it, and name that file",
        ),
        (
            "chart.svg",
            "can run scripts in the reader's browser",
            "export it as a PDF or make a picture of it, and name that file",
        ),
        (
            "data.xml",
            "can run scripts in the reader's browser",
            "save what it shows as .txt, .csv or .pdf, and name that file",
        ),
        (
            "sheet.xlsm",
            "is a kind of file that can hold macros",
            "save it without macros (.docx, .xlsx, .pptx) or export it as a PDF; where macros must"
            " stay, give the reason in macros_allowed: below the path",
        ),
        (
            "old.doc",
            "is an old kind of Office file that can hide macros",
            "save it as .docx, .xlsx or .pptx, or export it as a PDF",
        ),
        (
            "invoice.pdf.exe",
            "is a kind of file that can start programs",
            "describe what it proves, or add a screenshot, a log or a PDF instead",
        ),
        (
            "film.mkv",
            'is of a kind (".mkv") that a portal does not take',
            "export it as a PDF, and name that file",
        ),
        (
            "noending",
            "has no suffix that says what it is",
            "export it as a PDF, and name that file",
        ),
    ],
)
def test_kinds_that_are_never_shipped(name: str, found: str, fix: str) -> None:
    fault = refused(name, b"%PDF-1.4")
    assert fault.found == f'"{name}" {found}'
    assert fault.fix == fix
    assert fault.expected == (
        "one of .pdf, .docx, .xlsx, .pptx, .odt, .ods, .csv, .tsv, .txt, .md, .log, .json, .png,"
        " .jpg, .jpeg, .gif, .webp, .eml, .ics, .zip"
    )


@pytest.mark.parametrize(
    "suffix",
    [
        "html",
        "xhtml",
        "svg",
        "xml",
        "js",
        "mht",
        "hta",
        "url",
        "lnk",
        "exe",
        "scr",
        "iso",
        "chm",
        "jar",
        "library-ms",
        "docm",
        "xlsm",
        "pptm",
        "xlsb",
    ],
)
def test_script_and_program_kinds_are_refused_whatever_they_hold(suffix: str) -> None:
    assert "can" in refused(f"a.{suffix}", b"%PDF-1.4").found


@given(some.sampled_from(FILE_TYPES), some.binary(max_size=200))
def test_no_contents_make_the_judgement_fail(file_type: FileType, content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", zipped(DOCX)[:-22], zipped(ODT)):
        result = judge(f"a{file_type.suffix}", BytesIO(start + content))
        assert isinstance(result, FileType | FileFault)


def xlsm(**more: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""} | more)


@pytest.mark.parametrize("suffix", ["docm", "xlsm", "xlsb", "pptm"])
def test_kinds_with_macros_are_taken_only_where_they_are_allowed(suffix: str) -> None:
    folder = {"docm": "word", "pptm": "ppt"}.get(suffix, "xl")
    content = zipped({"[Content_Types].xml": b"", f"{folder}/vbaProject.bin": b"x"})
    refused(f"a.{suffix}", content)
    assert isinstance(judge(f"a.{suffix}", BytesIO(content), allows_macros=True), FileType)


def test_macros_under_an_innocent_suffix_are_refused_even_where_macros_are_allowed() -> None:
    content = zipped(DOCX | {"word/vbaProject.bin": b""})
    assert isinstance(judge("a.docx", BytesIO(content), allows_macros=True), FileFault)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"xl/macrosheets/sheet1.xml": b""}, "holds Excel 4 macros"),
        ({"xl/workbook.bin": b""}, "is a binary workbook, which can hold macros unseen"),
        (
            {"xl/_rels/workbook.xml.rels": b'<Relationship Type="x/vbaProject" Target="d.bin"/>'},
            "holds macros",
        ),
    ],
)
def test_macros_are_known_by_what_the_file_holds(parts: dict[str, bytes], found: str) -> None:
    assert refused("a.xlsx", xlsm(**parts)).found == f'"a.xlsx" {found}'


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50 + zipped({"a.exe": b"MZ"}), "a zip file"),
        ("a.pdf", b"%PDF-1.4\n" + zipped({"a.class": b"x"}), "a zip file"),
        ("a.txt", b"hello\n" + zipped({"a.exe": b"MZ"})[:-22], None),
        ("a.gif", b"GIF89a/*" + b"\0" * 8 + b"*/<html><script>", "a web page"),
        ("a.pdf", b"%PDF-1.4" + b"\0" * 32_761 + b"CD001", "a disk image"),
        ("a.md", b"# How to\n\nWrite `<html>` first.", None),
        ("a.pdf", b"%PDF-1.4 PK\x05\x06 is how a zip ends", None),
    ],
)
def test_files_of_two_natures_are_refused(name: str, content: bytes, found: str | None) -> None:
    if found is None:
        result = judge(name, BytesIO(content))
        assert isinstance(result, FileType) or "is also" not in result.found
    else:
        assert refused(name, content).found == f'"{name}" is also {found}'


def test_an_office_file_under_a_password_is_taken_and_an_old_one_is_not() -> None:
    container = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504
    names = ["EncryptionInfo", "EncryptedPackage"]
    locked = container + b"".join(n.encode("utf-16-le").ljust(128, b"\0") for n in names)
    assert isinstance(judge("a.docx", BytesIO(locked)), FileType)
    old = locked + "WordDocument".encode("utf-16-le").ljust(128, b"\0")
    assert refused("a.docx", old).found == '"a.docx" is an old Office file'
