"""The exports hold what the portal holds, in the form their schemas describe."""

import csv
import io
import json
import re
from typing import Any

import pytest
from exports_content import OTHERS, content, sample
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from certfolio.exports.build_id import build_id
from certfolio.exports.exports import EXPORTS, exports
from certfolio.exports.table import as_written, csv_bytes
from certfolio.exports.tables import TABLES
from certfolio.model.clause import ClauseRef
from certfolio.portal import address
from made import PROJECT, made


def schema(name: str) -> Draft202012Validator:
    text = (PROJECT / "schema" / "exports" / f"{name}.schema.json").read_text("utf-8")
    return Draft202012Validator(
        json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def rows(name: str) -> list[dict[str, str]]:
    text = exports(sample())[f"exports/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_portal_json_is_as_its_schema_says() -> None:
    data = json.loads(exports(sample())["exports/portal.json"])
    assert [error.message for error in schema("portal").iter_errors(data)] == []


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_every_line_of_a_table_is_as_its_schema_says(name: str) -> None:
    found = rows(name)
    assert found
    judge = schema(name)
    assert [error.message for row in found for error in judge.iter_errors(row)] == []


@pytest.mark.parametrize("path", [path for path in EXPORTS if not path.endswith(".xlsx")])
def test_every_export_has_a_schema(path: str) -> None:
    name = path.removeprefix("exports/").rpartition(".")[0]
    assert (PROJECT / "schema" / "exports" / f"{name}.schema.json").is_file()


def test_the_matrix_has_a_line_for_every_clause_and_gaps_are_lines() -> None:
    found = rows("matrix")
    assert len(found) == 65
    by_clause = {row["clause"]: row for row in found}
    assert by_clause["8.4.1"]["state"] == "operating"
    assert by_clause["8.4.1"]["current_proof"] == "E-001"
    assert by_clause["8.5.3"]["state"] == "gap"


def test_the_page_of_a_clause_is_the_one_the_portal_has() -> None:
    for row in rows("matrix"):
        ref = ClauseRef(row["standard"], row["clause"])
        assert row["page"] == address.clause(ref)


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    assert rows("documents")[0]["title"] == "'=1+1"


def cell(text: str) -> str:
    """Return a text as it is read back from a table."""
    table = csv_bytes(("a", "b"), [{"a": text, "b": 1}]).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(table, newline="")))[1][0]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "'=cmd",
        "+1",
        "-1",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        '=HYPERLINK("http://x")',
        "＝1",
        " =1",
    ],
)
def test_x13_every_sign_that_starts_a_formula_is_disarmed(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"),
        ("a; +1", "a;' +1"),
        ("a\n=1+1", "a\n'=1+1"),
        ("a\t@x", "a\t'@x"),
        ("x = 1; y - 2; DOC-001", "x = 1; y - 2; DOC-001"),
    ],
)
def test_x13_what_other_countries_take_for_a_new_cell_is_disarmed_too(text: str, read: str) -> None:
    """With decimal commas, Excel ends cells at semicolons and heeds no quotes inside one."""
    assert cell(text) == read


@given(st.text(alphabet="'=+-@＝ ;\t\r\nab,\"", max_size=12))
def test_x13_what_was_written_can_be_read_back_exactly(text: str) -> None:
    assert as_written(cell(text)) == text
    for piece in re.split("[;\t\r\n]", cell(text)):
        assert not piece.startswith(("=", "+", "-", "@", "＝"))


def test_numbers_stay_numbers() -> None:
    assert csv_bytes(("a",), [{"a": -1}]).decode("utf-8-sig") == "a\r\n-1\r\n"


def test_the_build_id_follows_the_content_and_the_look_and_nothing_else() -> None:
    first = build_id(content(made("action", "ACT-001")), [b"theme"])
    assert first == build_id(content(made("action", "ACT-001")), [b"theme"])
    assert first != build_id(content(made("action", "ACT-002")), [b"theme"])
    assert first != build_id(content(made("action", "ACT-001")), [b"other theme"])


def test_every_record_and_every_property_that_is_given_is_in_portal_json() -> None:
    data: dict[str, Any] = json.loads(exports(sample())["exports/portal.json"])
    by_id = {record["id"]: record for record in data["records"]}
    assert list(by_id) == sorted(["DOC-001", "E-001", "P-001", "POL-001", *dict(OTHERS).values()])
    assert by_id["E-001"]["files"][0]["sha256"] == "0" * 64
    assert by_id["E-001"]["clauses"][0] == {"clause": "iso-9001-2015:8.4.1", "why": "It says so."}
