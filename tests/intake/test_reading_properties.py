"""What must hold for any content: both languages agree, both parsers agree, nothing raises."""

import json
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from certfolio.intake.json_reader import read_json
from certfolio.intake.parsed import Parsed, Tree
from certfolio.intake.place import Places, pointer
from certfolio.intake.read import read_source
from certfolio.intake.yaml_reader import PURE, read_yaml
from certfolio.model.problem import Problem

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12)
WHOLE = st.integers(-999_999_999_999_999, 999_999_999_999_999)
DECIMAL = st.integers(-9_999_999, 9_999_999).map(lambda number: number / 1000)
SCALAR = st.none() | st.booleans() | WHOLE | DECIMAL | TEXT
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
FRAGMENTS = (
    *("a", ": ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", "'", '"', "#", " ", "1.10", "~"),
    *(
        "null",
        "true",
        ".nan",
        "? ",
        "|",
        "\n    x",
        ">",
        "&x ",
        "*x",
        "!t ",
        "---",
        "...",
        "%",
        "@",
    ),
    *("\t", "é", "😀", "NO", "12:30", "x:y", "\\", "\\u0041", "\\ud800", "\\0", "<<", "key: 1\n"),
    *(
        "b: 2\n",
        "- c\n",
        "''",
        "-",
        ":",
        "?",
        "\n\n",
        "\\U00110000",
        "%YAML 1.2\n",
        "\ufeff",
        "\x07",
    ),
)
YAML_LIKE = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


class Quoted(yaml.SafeDumper):
    """Writes every text in double quotes."""


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


Quoted.add_representer(str, _quoted)


def as_yaml(value: object) -> str:
    return yaml.dump(value, Dumper=Quoted, sort_keys=False)


def scalars(value: object, where: str = "") -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [
            found for key, part in value.items() for found in scalars(part, where + pointer(key))
        ]
    if isinstance(value, list):
        return [
            found
            for number, part in enumerate(value)
            for found in scalars(part, where + pointer(number))
        ]
    return [(where, value)]


def index_of(places: Places, where: str) -> int:
    location = places.of(where)
    assert location.pointer == where
    return places.starts[location.line - 1] + location.column - 1


@given(VALUE)
def test_what_is_written_as_json_or_yaml_reads_back_equal(value: Any) -> None:
    from_json = read_json("a.json", json.dumps(value, ensure_ascii=False))
    assert isinstance(from_json, Tree)
    assert from_json.value == value
    from_yaml = read_yaml("a.yaml", as_yaml({"value": value}))
    assert isinstance(from_yaml, Tree)
    assert from_yaml.value == {"value": value}


@given(VALUE)
def test_every_place_points_at_the_text_of_its_value(value: Any) -> None:
    text = json.dumps({"a": value}, ensure_ascii=False, indent=1)
    tree = read_json("a.json", text)
    assert isinstance(tree, Tree)
    for where, scalar in scalars({"a": value}):
        written = json.dumps(scalar, ensure_ascii=False)
        assert text.startswith(written, index_of(tree.places, where))
        assert tree.places.raw(where) == written
    source = as_yaml({"a": value})
    tree = read_yaml("a.yaml", source)
    assert isinstance(tree, Tree)
    for where, scalar in scalars({"a": value}):
        raw = tree.places.raw(where)
        assert raw is not None
        assert source.startswith(raw, index_of(tree.places, where))
        assert yaml.safe_load(raw) == scalar


@settings(max_examples=400)
@given(YAML_LIKE)
def test_both_yaml_parsers_give_the_same_values_places_and_words(text: str) -> None:
    assert repr(read_yaml("a.yaml", text)) == repr(read_yaml("a.yaml", text, None, PURE))


@given(
    st.binary(max_size=60) | TEXT.map(str.encode) | YAML_LIKE.map(str.encode),
    st.sampled_from(["a.yaml", "a.json", "a.md"]),
)
def test_no_bytes_raise(data: bytes, path: str) -> None:
    result = read_source(path, data)
    if not isinstance(result, Parsed):
        assert result
        assert all(isinstance(problem, Problem) for problem in result)


@given(VALUE)
def test_line_breaks_of_any_system_read_alike(value: Any) -> None:
    text = as_yaml({"a": value})
    results = {
        repr(read_source("a.yaml", text.replace("\n", ending).encode()))
        for ending in ("\n", "\r\n", "\r")
    }
    assert len(results) == 1
