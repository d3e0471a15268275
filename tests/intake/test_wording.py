"""The words for every schema keyword, on small schemas of our own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from told import told

from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source
from certfolio.intake.schema import load_schemas
from certfolio.intake.schema_keyword import ASSERTIONS, KEYWORDS, subschemas
from certfolio.intake.validate import validate
from certfolio.intake.wording import WORDS

SCHEMA = Path(__file__).parents[2] / "schema"
Judge = Callable[..., str]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Return a function that tells what a schema says about a text; `a` is the key looked at."""

    def judged(keywords: dict[str, Any], text: str, path: str = "content/x.yaml") -> str:
        schema = {"type": "object", **keywords}
        (tmp_path / "x.schema.json").write_text(json.dumps(schema))
        schemas = load_schemas(tmp_path)
        assert schemas.problems == ()
        parsed = read_source(path, text.encode())
        assert isinstance(parsed, Parsed), parsed
        return told(validate(parsed.value, "", "x", parsed.places, schemas))

    return judged


def test_every_keyword_of_our_schemas_has_words() -> None:
    used = {
        keyword
        for file in SCHEMA.glob("*.json")
        for _, schema in subschemas(json.loads(file.read_text(encoding="utf-8")))
        for keyword in schema
    }
    assert used
    assert used <= KEYWORDS
    assert set(WORDS) == ASSERTIONS


def a(schema: dict[str, Any]) -> dict[str, Any]:
    return {"properties": {"a": schema}}


TEXT = {"type": "string"}
CASES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "number for text",
        a(TEXT),
        "a: 1.10",
        '1:4: /a: found the number 1.10 [type]|text|write a: "1.10"',
    ),
    ("truth for text", a(TEXT), "a: true", '1:4: /a: found true [type]|text|write a: "true"'),
    (
        "nothing for text",
        a(TEXT),
        "a: ~",
        "1:4: /a: found ~ [type]|text|write a value, or remove the line if the key is not required",
    ),
    (
        "text for list",
        a({"type": "array", "items": TEXT}),
        "a: b, c",
        '1:4: /a: found the text "b, c" [type]|a list|write a: ["b, c"]',
    ),
    (
        "decimal for whole number",
        a({"type": "integer"}),
        "a: 3.0",
        "1:4: /a: found the number 3.0 [type]|a whole number|write a: 3",
    ),
    (
        "words for truth",
        a({"type": "boolean"}),
        "a: Nein",
        '1:4: /a: found the text "Nein" [type]|true or false|write a: false',
    ),
    (
        "missing key",
        {
            "required": ["a"],
            "properties": {
                "a": {"type": "string", "description": "Who did it.", "examples": ["x"]}
            },
        },
        "b: 1",
        '1:1: the key "a" is missing [missing]|Who did it|add a line such as a: x',
    ),
    (
        "missing beside",
        {"dependentRequired": {"b": ["a"]}, **a(TEXT)},
        "b: 1",
        '1:1: the key "a" is missing, since b is given [missing]|text|add a:',
    ),
    (
        "unknown key",
        {"additionalProperties": False, "properties": {"owner": {}, "status": {}}},
        "ownr: 1\nz: 2",
        '1:1: /ownr: the key "ownr" is not known here [unknown-key]|the keys owner, status|'
        "did you mean owner?\n"
        '2:1: /z: the key "z" is not known here [unknown-key]|the keys owner, status|'
        "remove the line, or choose one of these keys",
    ),
    (
        "choice",
        a({"enum": ["open", "closed", 3]}),
        "a: Closed",
        '1:4: /a: "Closed" cannot be chosen here [choice]|one of open, closed, 3|'
        "did you mean closed? write a: closed",
    ),
    (
        "the one choice",
        a({"const": True}),
        "a: false",
        "1:4: /a: found false [choice]|true|write a: true",
    ),
    (
        "format",
        a({"type": "string", "format": "date"}),
        "a: 31.12.2025",
        '1:4: /a: "31.12.2025" is not a date [format]|a calendar date such as 2025-12-31|'
        "write a: 2025-12-31",
    ),
    (
        "pattern",
        a({"type": "string", "pattern": "^[a-z]+$"}),
        'a: "x\\n"',
        '1:4: /a: "x\\n" does not have the form asked for [format]|text of the form ^[a-z]+$|'
        "write the value in that form",
    ),
    (
        "digits of other scripts",
        a({"type": "string", "pattern": "^\\d+$"}),
        "a: ١٢",
        '1:4: /a: "١٢" does not have the form asked for [format]|text of the form ^\\d+$|'
        "write the value in that form",
    ),
    (
        "empty text",
        a({"type": "string", "minLength": 1}),
        'a: ""',
        "1:4: /a: the text is empty [length]|at least 1 character|write more, or remove the line",
    ),
    (
        "long text",
        a({"type": "string", "maxLength": 3}),
        "a: abcd",
        "1:4: /a: the text has 4 characters [length]|at most 3 characters|"
        "shorten it by 1 character",
    ),
    (
        "low",
        a({"minimum": 1}),
        "a: 0",
        "1:4: /a: found the number 0 [range]|a number not below 1|write a number not below 1",
    ),
    (
        "high",
        a({"type": "integer", "minimum": 1, "maximum": 5}),
        "a: 6",
        "1:4: /a: found the number 6 [range]|a whole number from 1 to 5|"
        "write a whole number from 1 to 5",
    ),
    (
        "not above",
        a({"exclusiveMinimum": 0}),
        "a: 0",
        "1:4: /a: found the number 0 [range]|a number above 0|write a number above 0",
    ),
    (
        "not below",
        a({"exclusiveMaximum": 9}),
        "a: 9.0",
        "1:4: /a: found the number 9.0 [range]|a number below 9|write a number below 9",
    ),
    (
        "short list",
        a({"minItems": 2}),
        "a: []",
        "1:4: /a: the list is empty [length]|at least 2 entries|add 2 entries",
    ),
    (
        "long list",
        a({"maxItems": 1}),
        "a: [1, 2]",
        "1:4: /a: the list has 2 entries [length]|at most 1 entry|remove 1 entry",
    ),
    (
        "repeated",
        a({"uniqueItems": True}),
        "a: [x, y, x]",
        '1:11: /a/2: "x" is in the list twice [repeated]|every entry once|remove one of the two',
    ),
    (
        "small mapping",
        a({"minProperties": 1}),
        "a: {}",
        "1:4: /a: a mapping with 0 keys [length]|at least 1 keys|add what is missing",
    ),
    (
        "large mapping",
        a({"maxProperties": 1}),
        "a: {b: 1, c: 2}",
        "1:4: /a: a mapping with 2 keys [length]|at most 1 keys|remove what is too much",
    ),
    (
        "alternatives, one of them meant",
        a({"anyOf": [{"type": "string", "format": "date"}, {"const": False}]}),
        "a: 1.2.2025",
        '1:4: /a: "1.2.2025" is not a date [format]|a calendar date such as 2025-12-31|'
        "write a: 2025-02-01",
    ),
    (
        "alternatives, none of them meant",
        a({"anyOf": [{"type": "string", "format": "date"}, {"type": "boolean"}]}),
        "a: [x]",
        "1:4: /a: found a list [rule]|a calendar date such as 2025-12-31, or true or false|"
        "write a calendar date such as 2025-12-31, or true or false",
    ),
    (
        "one of two keys",
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        "c: 1",
        "1:1: none of the keys a, b is given [missing]|one of a:, b:|add a: or b:",
    ),
    (
        "both of two keys",
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        "a: 1\nb: 2",
        "1:1: this fits several alternatives at once [rule]|"
        "only one of: the key a, or the key b|keep one of them",
    ),
    (
        "condition",
        {
            "if": {"properties": {"s": {"enum": ["done", "closed"]}}, "required": ["s"]},
            "then": {"required": ["a"]},
            "else": {"properties": {"a": {"const": 1}}},
        },
        "s: done",
        '1:1: the key "a" is missing, since s is done [missing]|another value|add a:',
    ),
    (
        "condition that does not hold",
        {
            "if": {"properties": {"s": {"const": "done"}}},
            "then": {},
            "else": {"properties": {"a": {"const": 1}}},
        },
        "s: open\na: 2",
        "2:4: /a: found the number 2 [choice]|1|write a: 1",
    ),
    (
        "forbidden key",
        {"not": {"required": ["a"]}},
        "a: 1",
        "1:1: a: cannot be given here [rule]|something else|remove a:",
    ),
    (
        "the schema author's own words",
        a({"type": "string", "maxLength": 2, "x-expected": "a code of two letters"}),
        "a: DEU",
        "1:4: /a: the text has 3 characters [length]|a code of two letters|"
        "shorten it by 1 character",
    ),
]


@pytest.mark.parametrize(
    ("schema", "text", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_words(judge: Judge, schema: dict[str, Any], text: str, words: str) -> None:
    expected = "\n".join(
        "content/x.yaml:" + line.replace("|", "\n  expected: ", 1).replace("|", "\n  fix: ", 1)
        for line in words.split("\n")
    )
    assert judge(schema, text) == expected


def test_every_keyword_is_tried() -> None:
    tried = {keyword for case in CASES for _, part in subschemas(case[1]) for keyword in part}
    assert tried >= ASSERTIONS


def test_a_fix_is_in_the_language_of_the_file(judge: Judge) -> None:
    schema = a({"type": "string", "format": "date"})
    told_json = judge(schema, '{"a": "1.2.2025"}', "content/x.json")
    assert told_json.endswith('fix: write "a": "2025-02-01"')


def test_a_path_that_leaves_the_folder_is_a_fault_of_evidence(judge: Judge) -> None:
    schema = a({"type": "string", "format": "file-path"})
    assert "[file-path]" in judge(schema, "a: ../../etc/passwd")


def test_all_problems_are_told_in_the_order_of_the_file(judge: Judge) -> None:
    schema = {"properties": {"a": TEXT, "b": TEXT}, "required": ["c"]}
    lines = judge(schema, "b: 1\na: 2").splitlines()[::3]
    assert [line.partition(" ")[0] for line in lines] == [
        "content/x.yaml:1:1:",
        "content/x.yaml:1:4:",
        "content/x.yaml:2:4:",
    ]
