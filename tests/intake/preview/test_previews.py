"""What can be looked at of a file: nothing that runs, nothing endless, no silent guess."""

import io
import struct
import zlib
from pathlib import Path

import pytest

from certfolio.intake.preview.picture import picture_preview
from certfolio.intake.preview.portable_document import document_preview
from certfolio.intake.preview.preview import preview
from certfolio.intake.preview.table import table_preview
from certfolio.intake.preview.text import text_preview
from certfolio.model.preview import (
    DocumentPreview,
    NoPreview,
    PicturePreview,
    TablePreview,
    TextPreview,
)


def text(data: bytes) -> TextPreview:
    found = text_preview(io.BytesIO(data))
    assert isinstance(found, TextPreview)
    return found


def table(data: bytes) -> TablePreview:
    found = table_preview(io.BytesIO(data))
    assert isinstance(found, TablePreview)
    return found


def png(width: int, height: int, end: bytes = b"\0\0\0\0IEND\xaeB`\x82") -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02" + end


JPEG = (
    b"\xff\xd8\xff\xe1\x00\x08Exif\0\0\xff\xff\xc2\x00\x0b\x08"
    + struct.pack(">HH", 600, 800)
    + b"\x01\x01\x11\x00\xff\xda..\xff\xd9"
)
GIF = b"GIF89a" + struct.pack("<HH", 12, 9) + b"\0\0\0;"
WEBP = b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0"


@pytest.mark.parametrize(
    ("data", "size"),
    [(png(640, 480), (640, 480)), (JPEG, (800, 600)), (GIF, (12, 9)), (WEBP, (800, 600))],
)
def test_the_size_of_a_picture_is_read_from_its_header(data: bytes, size: tuple[int, int]) -> None:
    assert picture_preview(io.BytesIO(data)) == PicturePreview(*size)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(65_535, 65_535), "very large (65535 × 65535 pixels)"),
        (png(20_000, 10), "very large"),
        (png(640, 480, b""), "damaged or cut off"),
        (png(0, 480), "damaged or cut off"),
        (png(640, 480)[:20], "damaged or cut off"),
        (JPEG[:16], "damaged or cut off"),
        (JPEG[:-2], "damaged or cut off"),
        (b"\xff\xd8\xff" + b"\xff\x00" * 5_000, "damaged or cut off"),
        (WEBP[:-4], "damaged or cut off"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "damaged or cut off"),
    ],
)
def test_bombs_and_broken_pictures_are_not_shown(data: bytes, reason: str) -> None:
    found = picture_preview(io.BytesIO(data))
    assert isinstance(found, NoPreview) and reason in found.reason


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Prüfung\nzwei".encode(), "UTF-8"),
        ("Prüfung\nzwei".encode("utf-8-sig"), "UTF-8"),
        ("Prüfung\nzwei".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + "Prüfung\nzwei".encode("utf-16-be"), "UTF-16"),
        ("Prüfung\nzwei".encode("cp1252"), "Windows-1252, guessed: some letters may be others"),
    ],
)
def test_a_text_says_how_it_was_read(data: bytes, encoding: str) -> None:
    found = text(data)
    assert (found.text, found.encoding) == ("Prüfung\nzwei", encoding)
    assert not found.is_cut and not found.is_altered


@pytest.mark.parametrize(
    "data",
    [
        "Проверка прошла".encode("cp1251"),
        "試験の記録です".encode("shift_jis"),
        b"\xff\xfe\x00\xd8\x00\x00a",
        bytes(range(1, 32)) * 20,
    ],
)
def test_a_text_that_cannot_be_read_for_certain_is_not_shown(data: bytes) -> None:
    assert isinstance(text_preview(io.BytesIO(data)), NoPreview)


def test_line_ends_of_every_system_are_lines() -> None:
    assert text(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_what_nobody_sees_is_written_as_signs() -> None:
    found = text("ok \x1b[31mred\x1b[0m \u202egnp.exe\u202c \x07".encode())
    assert found.text == "ok ␛[31mred␛[0m [U+202E]gnp.exe[U+202C] ␇"
    assert found.is_altered


def test_a_long_text_is_cut_between_characters() -> None:
    found = text(("ü" * 300 + "\n").encode() * 1_000)
    assert found.is_cut
    assert len(found.text) <= 6_000
    assert "\ufffd" not in found.text


def test_an_empty_line_is_a_text() -> None:
    assert text(b"\n").text == ""


@pytest.mark.parametrize(
    ("data", "separator"),
    [
        (b"a,b,c\n1,2,3\n", "commas"),
        (b"a;b;c\n1,5;2;3\n1,7;2;3\n", "semicolons"),
        (b"a\tb\tc\n1\t2\t3\n", "tabs"),
        (b"a|b|c\n1|2|3\n", "bars"),
    ],
)
def test_it_is_told_what_separates_columns(data: bytes, separator: str) -> None:
    found = table(data)
    assert found.separator == separator
    assert found.rows[0] == ("a", "b", "c")


@pytest.mark.parametrize("data", [b"a,b\nc\nd,e,f\ng\n", b"one, two\nthree\n; four\n"])
def test_where_it_cannot_be_told_no_table_is_shown(data: bytes) -> None:
    found = table_preview(io.BytesIO(data))
    assert isinstance(found, NoPreview)
    assert found.reason == "Not shown here: it cannot be told what separates its columns."


def test_single_values_are_a_text() -> None:
    assert isinstance(table_preview(io.BytesIO(b"one\ntwo\n")), TextPreview)


def test_quoted_cells_keep_separators_and_lines() -> None:
    assert table(b'a,b\n"x, y","1\n2"\n').rows[1] == ("x, y", "1 2")


def test_a_million_rows_are_capped_without_reading_them(tmp_path: Path) -> None:
    place = tmp_path / "large.csv"
    place.write_bytes(b"number,name,value\n" + b"1,sensor,2.5\n" * 1_000_000)
    found = preview(place)
    assert isinstance(found, TablePreview)
    assert len(found.rows) == 16 and found.is_cut


def test_wide_rows_and_long_cells_are_capped() -> None:
    found = table((",".join(["x" * 500] * 40) + "\n").encode() * 3)
    assert len(found.rows[0]) == 12
    assert max(map(len, found.rows[0])) == 81
    assert found.is_cut


@pytest.mark.parametrize(
    ("cell", "is_formula"),
    [
        ("=cmd|' /C calc'!A0", True),
        ("@SUM(1)", True),
        ("-1+cmd", False),
        ("+x", True),
        ("-2", False),
    ],
)
def test_cells_that_a_spreadsheet_would_compute_are_told(cell: str, is_formula: bool) -> None:
    assert table(f'a,b\n"{cell}",1\n'.encode()).has_formulas is is_formula


def pdf(*parts: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(parts) + b"\n%%EOF"


def bundled(inside: bytes) -> bytes:
    return b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\n" + zlib.compress(inside)


def test_a_plain_pdf_can_be_shown() -> None:
    assert document_preview(io.BytesIO(pdf(b"<</Type/Page>>"))) == DocumentPreview()
    assert document_preview(io.BytesIO(pdf(bundled(b"<</Type/Page>>")))) == DocumentPreview()


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (b"<</S/JavaScript/JS(app.alert\\(1\\))>>", "scripts or actions"),
        (b"<</S/Launch/F(calc.exe)>>", "scripts or actions"),
        (b"<</S/J#61vaScript>>", "scripts or actions"),
        (bundled(b"<</OpenAction<</S/JavaScript>>>>"), "scripts or actions"),
        (b"trailer <</Encrypt 3 0 R>>", "encrypted"),
    ],
)
def test_a_pdf_that_acts_is_not_shown(part: bytes, reason: str) -> None:
    found = document_preview(io.BytesIO(pdf(part)))
    assert isinstance(found, NoPreview) and reason in found.reason


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "zip", "eml", "ics", "html", "svg", "xml"])
def test_what_may_run_or_call_has_no_preview(suffix: str, tmp_path: Path) -> None:
    place = tmp_path / f"file.{suffix}"
    place.write_bytes(b"<script>alert(1)</script>")
    assert preview(place) is None
