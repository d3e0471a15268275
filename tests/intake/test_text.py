"""Which bytes are text, and what an author is told about the others."""

import pytest
from told import told

from certfolio.intake.text import SIZE_LIMIT, to_text


@pytest.mark.parametrize(
    "data",
    [b"a: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r", b"\xef\xbb\xbfa: 1\nb: 2\n"],
    ids=["lf", "crlf", "cr", "byte order mark"],
)
def test_line_breaks_and_a_mark_make_no_difference(data: bytes) -> None:
    assert to_text("content/a.yaml", data) == "a: 1\nb: 2\n"


def test_a_last_line_needs_no_break() -> None:
    assert to_text("content/a.yaml", "über".encode()) == "über"


def test_latin_1_is_named_with_its_place_and_byte_offset() -> None:
    assert told([to_text("content/a.yaml", b"id: A-1\r\ntitle: Pr\xfcfung\r\n")]) == (
        "content/a.yaml:2:10: the byte 0xFC at byte offset 18 is not UTF-8 "
        '(in Windows-1252 it would be "ü") [encoding]\n'
        "  expected: a text file in UTF-8\n"
        "  fix: save the file as UTF-8 (most editors: Save with Encoding, UTF-8)"
    )


def test_a_byte_no_code_page_knows_is_named_without_a_guess() -> None:
    assert "the byte 0x81 at byte offset 0 is not UTF-8 [encoding]" in told(
        [to_text("content/a.yaml", b"\x81")]
    )


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_recognized_by_its_mark(name: str) -> None:
    assert "content/a.yaml:1:1: the file is UTF-16, seen at byte offset 0 [encoding]" in told(
        [to_text("content/a.yaml", "\ufeffa: 1".encode(name))]
    )


def test_a_half_of_a_character_in_the_bytes_is_not_utf_8() -> None:
    assert "the byte 0xED at byte offset 3 is not UTF-8" in told(
        [to_text("content/a.yaml", b"a: \xed\xa0\x80")]
    )


def test_a_nul_is_named_with_its_place() -> None:
    assert "content/a.yaml:2:4: a NUL character at byte offset 8 [encoding]" in told(
        [to_text("content/a.yaml", b"a: 1\nb: \0\n")]
    )


def test_a_file_over_the_limit_is_refused_by_its_size() -> None:
    assert isinstance(to_text("content/a.md", b"x" * SIZE_LIMIT), str)
    assert told([to_text("content/a.md", b"x" * (SIZE_LIMIT + 1))]) == (
        "content/a.md:1:1: the file has 2,000,001 bytes [size]\n"
        "  expected: a content file of at most 2,000,000 bytes\n"
        "  fix: split the file, or keep long material as a file under content/files "
        "and refer to it"
    )
