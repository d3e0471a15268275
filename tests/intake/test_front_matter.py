"""How a Markdown file comes apart."""

from told import told

from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source


def parsed(text: str) -> Parsed:
    result = read_source("content/a.md", text.encode())
    assert isinstance(result, Parsed), result
    return result


def test_front_matter_and_body() -> None:
    result = parsed("---\nid: A-1\n---\n\n# Title\n---\nmore\n")
    assert result.value == {"id": "A-1"}
    assert result.body == "\n# Title\n---\nmore\n"
    assert result.body_line == 4


def test_places_are_those_of_the_file() -> None:
    assert str(parsed("---\n# note\nid: A-1\n---\n").places.of("/id")) == "content/a.md:3:5"


def test_an_empty_body_and_blanks_after_the_dashes() -> None:
    result = parsed("--- \r\nid: A-1\r\n---\t")
    assert (result.value, result.body, result.body_line) == ({"id": "A-1"}, "", 3)


def test_yaml_files_have_no_body() -> None:
    result = read_source("content/a.yaml", b"id: A-1\n")
    assert isinstance(result, Parsed)
    assert (result.body, result.body_line) == (None, 0)


def test_a_file_without_front_matter() -> None:
    assert told(read_source("content/a.md", b"# Title\n")) == (
        "content/a.md:1:1: the file does not start with a line --- [syntax]\n"
        "  expected: the record's keys between two lines ---, then the text\n"
        "  fix: begin the file with ---, the keys such as id: and title:, and another line ---"
    )


def test_front_matter_that_never_ends() -> None:
    assert told(read_source("content/a.md", b"---\nid: A-1\n# Title\n")) == (
        "content/a.md:1:1: the front matter that begins here has no end [syntax]\n"
        "  expected: the record's keys between two lines ---, then the text\n"
        "  fix: write a line --- between the last key and the text"
    )


def test_a_fault_in_the_front_matter_has_the_line_of_the_file() -> None:
    assert told(read_source("content/a.md", b"---\na: 1\na: 2\n---\n")).startswith(
        'content/a.md:3:1: /a: the key "a" is written twice, first in line 2'
    )


def test_a_suffix_nobody_reads() -> None:
    assert told(read_source("content/a.txt", b"")).startswith(
        "content/a.txt:1:1: a file of a kind that holds no records [folder]"
    )
