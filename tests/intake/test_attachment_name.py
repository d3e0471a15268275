"""How paths of files may be written, and the names files carry in a portal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_name import (
    NAME_LIMIT,
    is_portable,
    path_faults,
    portable_name,
    twins,
)
from certfolio.model.problem import Code


@pytest.mark.parametrize(
    ("relative", "found"),
    [
        ("", "the path is empty"),
        ("../../etc/passwd", '"../../etc/passwd" leaves content/files'),
        ("a/../../b.pdf", '"a/../../b.pdf" leaves content/files'),
        ("/etc/passwd", '"/etc/passwd" is an absolute path or an address'),
        ("C:\\x", '"C:\\x" is an absolute path or an address'),
        ("c:x.pdf", '"c:x.pdf" is an absolute path or an address'),
        ("\\\\host\\share", '"\\\\host\\share" is an absolute path or an address'),
        ("\\\\?\\C:\\x", '"\\\\?\\C:\\x" is an absolute path or an address'),
        ("~root/x", '"~root/x" is an absolute path or an address'),
        ("file:///etc/passwd", '"file:///etc/passwd" is an absolute path or an address'),
        ("a//b.pdf", '"a//b.pdf" has an empty step in it'),
        ("./a.pdf", '"./a.pdf" has an empty step in it'),
        ("a/", '"a/" has an empty step in it'),
        ("a\\b.pdf", '"a\\b.pdf" separates folders with backslashes'),
    ],
)
def test_paths_that_do_not_stay_below_the_folder(relative: str, found: str) -> None:
    (fault,) = path_faults(relative)
    assert (fault.code, fault.found) == (Code.FILE_PATH, found)
    assert fault.expected == (
        "a path below content/files with slashes, such as calibration/caliper-2026.pdf"
    )


def test_backslashes_are_repaired_in_words() -> None:
    assert path_faults("audit\\2026\\plan.pdf")[0].fix == 'write "audit/2026/plan.pdf"'
    assert path_faults("..\\plan.pdf")[0].fix == (
        "move the file below content/files and write its path from there"
    )


@pytest.mark.parametrize(
    ("relative", "found"),
    [
        ("a\nb.pdf", '"a\\nb.pdf" holds a character that nobody can see'),
        ("a\tb.pdf", '"a\\u0009b.pdf" holds a character that nobody can see'),
        ("a\0b.pdf", '"a\\u0000b.pdf" holds a character that nobody can see'),
        ("a\u202efdp.exe", '"a\\u202efdp.exe" holds a character that nobody can see'),
        ("a\u200bb.pdf", '"a\\u200bb.pdf" holds a character that nobody can see'),
        ("a\udcffb.pdf", '"a\\udcffb.pdf" holds a character that nobody can see'),
        ("CON.txt", '"CON.txt" is the name of a device on Windows'),
        ("x/aux", '"x/aux" is the name of a device on Windows'),
        ("COM1", '"COM1" is the name of a device on Windows'),
        ("COM¹.log", '"COM¹.log" is the name of a device on Windows'),
        ("CONIN$", '"CONIN$" is the name of a device on Windows'),
        ("nul.tar.gz", '"nul.tar.gz" is the name of a device on Windows'),
        (
            "report.",
            '"report." starts or ends with a space, or ends with a dot, which Windows drops',
        ),
        (
            "a /b.pdf",
            '"a /b.pdf" starts or ends with a space, or ends with a dot, which Windows drops',
        ),
        (
            "a.txt:b",
            '"a.txt:b" holds one of the characters < > : " | ? *, which Windows refuses',
        ),
        (
            "what?.pdf",
            '"what?.pdf" holds one of the characters < > : " | ? *, which Windows refuses',
        ),
        ("x" * 256, '"' + "x" * 120 + '…" has a name longer than 255 bytes'),
        ("ü" * 128, '"' + "ü" * 120 + '…" has a name longer than 255 bytes'),
        ("~$plan.docx", None),
        ("x/Thumbs.db", '"x/Thumbs.db" is a file that a system or editor leaves behind'),
        (".git/config", '".git/config" is a file that a system or editor leaves behind'),
    ],
)
def test_names_that_not_every_system_can_hold(relative: str, found: str | None) -> None:
    (fault,) = path_faults(relative)
    if found is not None:
        assert (fault.code, fault.found) == (Code.FILE_NAME, found)


@pytest.mark.parametrize(
    "relative",
    [
        "a#b%c%20.pdf",
        "a%2e%2e/b.pdf",
        "-rf.pdf",
        "it's.pdf",
        "校正証明書.pdf",
        "Prüfbericht (final) 2.pdf",
        unicodedata.normalize("NFD", "Prüfbericht.pdf"),
        "🙂.pdf",
        "console.txt",
        "a..b.pdf",
    ],
)
def test_unusual_names_that_are_fine(relative: str) -> None:
    assert path_faults(relative) == []


def test_twins_name_each_other() -> None:
    assert twins(["a/Report.pdf", "b.pdf", "a/report.PDF", "a/Report.pdf"]) == {
        "a/Report.pdf": FileFault(
            Code.FILE_TWIN,
            '"a/Report.pdf" and "a/report.PDF" differ only by upper and lower case'
            " or by stored accents",
            "names that stay apart on every operating system",
            "rename one of the files",
        ),
        "a/report.PDF": FileFault(
            Code.FILE_TWIN,
            '"a/report.PDF" and "a/Report.pdf" differ only by upper and lower case'
            " or by stored accents",
            "names that stay apart on every operating system",
            "rename one of the files",
        ),
    }


def test_twins_by_accents_can_be_told_apart_in_the_message() -> None:
    composed = unicodedata.normalize("NFC", "ü.pdf")
    apart = unicodedata.normalize("NFD", "ü.pdf")
    found = twins([composed, apart])
    assert found[composed].found.startswith(f'"{composed}" and "{apart}" (with separate accents)')


@pytest.mark.parametrize(
    ("record_id", "number", "original", "name"),
    [
        ("E-042", 1, "x/Calibration Certificate.PDF", "e-042-1-calibration-certificate.pdf"),
        ("E-042", 12, "Prüfbericht_Straße.docx", "e-042-12-pruefbericht-strasse.docx"),
        ("E-1", 1, "校正.pdf", "e-1-1-file.pdf"),
        ("E-1", 1, "a#b%c%20.pdf", "e-1-1-a-b-c-20.pdf"),
        ("E-1", 1, "archive.tar.zip", "e-1-1-archive-tar.zip"),
        ("E-1", 1, "readme", "e-1-1-readme"),
        ("E.1", 1, "readme.md", "e.1-1-readme.md"),
        (
            "E-1",
            1,
            "word " * 40 + ".pdf",
            "e-1-1-word-word-word-word-word-word-word-word-word-word-word-word-word-word.pdf",
        ),
        ("E-1", 1, "x" * 200 + ".pdf", "e-1-1-" + "x" * 70 + ".pdf"),
    ],
)
def test_names_in_the_portal(record_id: str, number: int, original: str, name: str) -> None:
    assert portable_name(record_id, number, original) == name


@given(
    some.from_regex(r"[A-Z]{1,60}[.-][0-9]{1,20}", fullmatch=True),
    some.integers(1, 999),
    some.text(max_size=300),
)
def test_every_name_is_portable_and_short(record_id: str, number: int, original: str) -> None:
    name = portable_name(record_id, number, original)
    assert is_portable(name)
    assert len(name) <= NAME_LIMIT
    assert name == portable_name(record_id, number, original)


@pytest.mark.parametrize("name", ["con", "con.html", "a b", ".hidden", "a.", "ä", "", "a/b", "a\n"])
def test_names_that_are_not_portable(name: str) -> None:
    assert not is_portable(name)
