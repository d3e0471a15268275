"""How a file with many records comes apart."""

from told import told

from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source
from certfolio.intake.register import Row, rows
from certfolio.model.problem import Problem


def taken_apart(text: str, path: str = "content/a.yaml") -> tuple[list[Row], list[Problem]]:
    parsed = read_source(path, text.encode())
    assert isinstance(parsed, Parsed), parsed
    return rows(parsed)


def test_a_mapping_is_one_record() -> None:
    found, problems = taken_apart("id: A-1\n")
    assert [(row.value, row.pointer) for row in found] == [({"id": "A-1"}, "")]
    assert problems == []


def test_rows_take_what_they_do_not_say_from_the_defaults() -> None:
    found, problems = taken_apart(
        "defaults: {owner: P-1, status: open}\nrecords:\n- id: A-1\n- {id: A-2, owner: P-2}\n"
    )
    assert problems == []
    assert [row.value for row in found] == [
        {"owner": "P-1", "status": "open", "id": "A-1"},
        {"owner": "P-2", "status": "open", "id": "A-2"},
    ]
    assert [row.pointer for row in found] == ["/records/0", "/records/1"]


def test_a_default_is_placed_where_it_is_written() -> None:
    found, _ = taken_apart("defaults:\n  a/b: {c: 1}\nrecords:\n- id: A-1\n- {id: A-2, a/b: 2}\n")
    assert str(found[0].places.of("/records/0/a~1b/c")) == "content/a.yaml:2:12"
    assert found[0].places.of("/records/0/a~1b/c").pointer == "/defaults/a~1b/c"
    assert str(found[0].places.of("/records/0/id")) == "content/a.yaml:4:7"
    assert str(found[1].places.of("/records/1/a~1b")) == "content/a.yaml:5:18"


def test_json_registers_are_the_same() -> None:
    found, problems = taken_apart('{"records": [{"id": "A-1"}]}', "content/a.json")
    assert ([row.value for row in found], problems) == ([{"id": "A-1"}], [])


def test_an_empty_register_holds_nothing() -> None:
    assert taken_apart("records: []\n") == ([], [])


def test_markdown_is_one_record_whatever_its_keys() -> None:
    found, _ = taken_apart("---\nrecords: [1]\n---\n", "content/a.md")
    assert [row.value for row in found] == [{"records": [1]}]


def test_other_keys_beside_the_records() -> None:
    _, problems = taken_apart("record: 1\nowner: P-1\nrecords: []\n")
    assert told(problems) == (
        'content/a.yaml:1:1: /record: the key "record" is not known in a register [unknown-key]\n'
        "  expected: records: and, if wanted, defaults:\n"
        "  fix: did you mean records?\n"
        'content/a.yaml:2:1: /owner: the key "owner" is not known in a register [unknown-key]\n'
        "  expected: records: and, if wanted, defaults:\n"
        "  fix: remove the key, or move it below defaults: if it is meant for every record"
    )


def test_what_is_no_mapping_is_told_and_the_other_rows_are_kept() -> None:
    found, problems = taken_apart("defaults: 7\nrecords:\n- A-1\n- id: A-2\n")
    assert [row.value for row in found] == [{"id": "A-2"}]
    assert [f"{problem.location} {problem.found}" for problem in problems] == [
        "content/a.yaml:1:11 found the number 7",
        'content/a.yaml:3:3 found the text "A-1"',
    ]


def test_a_file_that_is_a_list_or_a_text() -> None:
    assert told(taken_apart("- id: A-1\n")[1]) == (
        "content/a.yaml:1:1: found a list [type]\n"
        "  expected: a mapping: key: value lines\n"
        "  fix: write every key on a line of its own, such as id: R-001"
    )
