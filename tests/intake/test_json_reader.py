"""What JSON is taken, and the words for what is not."""

import pytest
from told import told

from certfolio.intake.json_reader import read_json
from certfolio.intake.parsed import Tree
from certfolio.intake.tree_builder import DEPTH_LIMIT


def value_of(text: str) -> object:
    tree = read_json("a.json", text)
    assert isinstance(tree, Tree), tree
    return tree.value


def first_line(text: str) -> str:
    return told(read_json("a.json", text)).partition("\n")[0]


def test_every_kind_of_value() -> None:
    assert value_of(' {"a": [1, -2.50, "x\\u00e9\\n", true, false, null, {}, []]}\n') == {
        "a": [1, -2.5, "xé\n", True, False, None, {}, []]
    }
    assert value_of('"only text"') == "only text"


def test_places_are_those_of_the_characters() -> None:
    tree = read_json("a.json", '{\n  "a": [10, {"b/c": "x"}]\n}')
    assert isinstance(tree, Tree)
    assert str(tree.places.of("/a/1/b~1c")) == "a.json:2:21"
    assert str(tree.places.of_key("/a/1/b~1c")) == "a.json:2:14"
    assert tree.places.raw("/a/0") == "10"


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert told(read_json("a.json", '{"a": NaN,\n "a": 1e5, "b": "\\ud800"}')) == (
        "a.json:1:7: /a: NaN is not a number [number]\n"
        "  expected: a plain number of at most 15 digits, such as 12 or 0.5\n"
        "  fix: write the number, or null\n"
        'a.json:2:2: /a: the key "a" is written twice, first in line 1 [duplicate-key]\n'
        "  expected: every key once\n"
        "  fix: keep one of the two, or join their values\n"
        'a.json:2:7: /a: "1e5" has an exponent [number]\n'
        "  expected: a plain number of at most 15 digits, such as 12 or 0.5\n"
        "  fix: write the number out\n"
        "a.json:2:17: /b: the text holds half of a character (a lone surrogate), U+D800 "
        "[character]\n"
        "  expected: text made of whole characters\n"
        "  fix: remove \\ud800, or write the character itself"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "1:1: nothing is written here [empty]"),
        (" \n", "1:1: nothing is written here [empty]"),
        ("-Infinity", "1:1: -Infinity is not a number [number]"),
        ("1234567890123456", "1:1: a number of 16 digits [number]"),
        ('{"\\u0000": 1}', "1:2: /\0: the text holds a NUL character, U+0000 [character]"),
        ("[1, 2,]", "1:6: /2: a comma after the last entry [syntax]"),
        ('{"a": 1,}', "1:8: a comma after the last entry [syntax]"),
        ("[1 2]", "1:4: /1: no comma before the next entry [syntax]"),
        ("[1", "1:3: /1: the file ends here [syntax]"),
        ("[1,", "1:4: /1: the file ends here [syntax]"),
        ('{"a"', "1:5: /a: no colon after the key [syntax]"),
        ('{"a": }', "1:7: /a: no value [syntax]"),
        ("{a: 1}", "1:2: a key that is not in double quotes [syntax]"),
        ("{'a': 1}", "1:2: a key that is not in double quotes [syntax]"),
        ("{", "1:2: the file ends here [syntax]"),
        ("{// note\n}", "1:2: a comment, which JSON does not have [syntax]"),
        ("[True]", '1:2: /0: "True" is not a value [syntax]'),
        ("[01]", '1:2: /0: "01" is not a value [syntax]'),
        ("[+1]", '1:2: /0: "+1" is not a value [syntax]'),
        ("[١]", '1:2: /0: "١" is not a value [syntax]'),
        ("[1.]", '1:2: /0: "1." is not a value [syntax]'),
        ("1 2", "1:3: something after the end of the record [syntax]"),
        ('"a', "1:1: a quotation mark that is never closed [syntax]"),
        ('"a\nb"', "1:3: a line break or tab inside a text [syntax]"),
        ('"a\\x"', "1:3: a backslash that means nothing [syntax]"),
        ('"a\\u12"', "1:4: a backslash that means nothing [syntax]"),
    ],
)
def test_mistakes_of_writing(text: str, words: str) -> None:
    assert first_line(text) == f"a.json:{words}"


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_depth_is_limited(opening: str) -> None:
    assert "lists and mappings nested more than 40 deep [depth]" in first_line(opening * 100_000)


def test_depth_up_to_the_limit_is_taken() -> None:
    value_of("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT)
