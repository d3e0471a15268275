"""How schemas are loaded, and what is told about those that cannot be used."""

import json
from pathlib import Path
from typing import Any

import pytest
from told import told

from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.intake.schema_check import pattern_fault
from certfolio.model.problem import exit_code

SCHEMA = Path(__file__).parents[2] / "schema"


def loaded(folder: Path, **schemas: Any) -> SchemaSet:
    for name, schema in schemas.items():
        text = schema if isinstance(schema, str) else json.dumps(schema, indent=1)
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
    return load_schemas(folder)


def first_lines(schemas: SchemaSet) -> list[str]:
    return [told([problem]).partition("\n")[0].partition("/")[2] for problem in schemas.problems]


def test_the_schemas_that_are_shipped_can_be_used() -> None:
    schemas = load_schemas(SCHEMA)
    assert schemas.problems == ()
    assert schemas.validator("risk") is schemas.validator("risk")


def test_references_lead_to_other_files_and_their_own_words_win(tmp_path: Path) -> None:
    schemas = loaded(
        tmp_path,
        a={
            "$id": "https://example.invalid/schema/a.schema.json",
            "properties": {"x": {"$ref": "b.schema.json#/$defs/y", "title": "mine"}},
        },
        b={
            "$id": "https://example.invalid/schema/b.schema.json",
            "$defs": {"y": {"$ref": "#/$defs/z"}, "z": {"type": "string", "title": "theirs"}},
        },
    )
    assert schemas.problems == ()
    assert schemas.at("a", ["x"]) == {"type": "string", "title": "mine"}
    assert schemas.at("a", ["x", "nothing", 0]) == {}
    assert not schemas.validator("a").is_valid({"x": 1})


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("https://example.org/b.schema.json", "leads to nothing in this folder"),
        ("file:///etc/passwd", "leads to nothing in this folder"),
        ("b.schema.json", "leads to nothing in this folder"),
        ("#/$defs/gone", "leads to nothing in this folder"),
        ("#anchor", "leads to nothing in this folder"),
        ("#/$defs/circle", "leads back to itself"),
    ],
)
def test_references_out_of_the_folder_or_in_circles(
    tmp_path: Path, reference: str, reason: str
) -> None:
    schemas = loaded(
        tmp_path,
        a={
            "$defs": {"circle": {"$ref": "#/$defs/circle"}},
            "properties": {"x": {"$ref": reference}},
        },
    )
    assert any(line.endswith(f"{reason} [schema]") for line in first_lines(schemas))
    assert exit_code(schemas.problems) == 2
    assert schemas.validators == {}


def test_a_schema_that_is_no_json(tmp_path: Path) -> None:
    assert first_lines(loaded(tmp_path, a='{"type": "object",}')) == [
        "a.schema.json:1:18: a comma after the last entry [schema]"
    ]


def test_a_schema_that_json_schema_does_not_allow(tmp_path: Path) -> None:
    assert first_lines(loaded(tmp_path, a={"properties": {"x": {"type": "strin"}}})) == [
        "a.schema.json:4:12: /properties/x/type: JSON Schema does not allow this [schema]"
    ]


def test_a_schema_that_is_a_list_and_a_folder_without_any(tmp_path: Path) -> None:
    assert first_lines(load_schemas(tmp_path)) == [""]
    assert "no schemas are here [schema]" in told(load_schemas(tmp_path).problems)
    assert first_lines(loaded(tmp_path, a="[]")) == [
        "a.schema.json:1:1: a schema that is no mapping [schema]"
    ]


def test_unknown_formats_and_keywords_have_a_near_one_named(tmp_path: Path) -> None:
    schemas = loaded(tmp_path, a={"properties": {"x": {"format": "dates"}, "y": {"requird": []}}})
    assert told(schemas.problems).partition("/")[2].splitlines()[::2] == [
        'a.schema.json:4:4: /properties/x/format: the format "dates" is not known [schema]',
        "  fix: did you mean date?",
        "  expected: a JSON Schema, draft 2020-12, that stays inside this folder",
    ]


@pytest.mark.parametrize(
    "pattern", ["^[a-z]+$", "(ab)+c*", "(a|b)*", "a{2,3}(b{1,9})+", r"(\+)+", "([+*])+", "(a+)?"]
)
def test_patterns_that_end_soon(pattern: str) -> None:
    assert pattern_fault(pattern) is None


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a*)*", "((ab)*c)+", "(a{2,})+", "(x(?:a+)y){1,}"])
def test_patterns_that_may_take_for_ever(pattern: str) -> None:
    assert pattern_fault(pattern) == (
        "repeats a group that repeats inside, which can take for ever"
    )


def test_patterns_that_cannot_be_read(tmp_path: Path) -> None:
    assert pattern_fault("(") == "cannot be read"
    assert "(a+)+" in told(loaded(tmp_path, a={"pattern": "(a+)+"}).problems)
