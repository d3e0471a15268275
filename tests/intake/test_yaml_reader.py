"""What YAML is taken, and the words for what is not; the same from both parsers."""

from itertools import pairwise
from typing import Any

import pytest
from told import told

from certfolio.intake.parsed import Tree
from certfolio.intake.tree_builder import DEPTH_LIMIT, PROBLEM_LIMIT
from certfolio.intake.yaml_reader import FASTEST, PURE, read_yaml


@pytest.fixture(params=[FASTEST, PURE], ids=["fastest", "pure"])
def parser(request: pytest.FixtureRequest) -> Any:
    return request.param


def value_of(text: str, parser: Any) -> object:
    tree = read_yaml("a.yaml", text, None, parser)
    assert isinstance(tree, Tree), tree
    return tree.value


def first_line(text: str, parser: Any) -> str:
    return told(read_yaml("a.yaml", text, None, parser)).partition("\n")[0]


def test_text_stays_text_unless_it_is_plainly_something_else(parser: Any) -> None:
    text = "a: NO\nb: 12:30\nc: 010\nd: 2024-01-01\ne: 1e5\nf: ~\ng: 1.10\nh: '1.10'\ni: \"true\"\n"
    assert value_of(text, parser) == {
        "a": "NO",
        "b": "12:30",
        "c": "010",
        "d": "2024-01-01",
        "e": "1e5",
        "f": None,
        "g": 1.1,
        "h": "1.10",
        "i": "true",
    }


def test_block_text_lists_and_comments(parser: Any) -> None:
    text = "---\n# note\na: |\n  one\n  two\nb: >-\n  three\n  four\nc:\n- 1\n- {d: [x, y]}\n...\n"
    assert value_of(text, parser) == {
        "a": "one\ntwo\n",
        "b": "three four",
        "c": [1, {"d": ["x", "y"]}],
    }


def test_a_key_written_twice_names_both_lines(parser: Any) -> None:
    assert told(read_yaml("a.yaml", "a: 1\nb: {c: 1,\n  'c': 2}\na: 3\n", None, parser)) == (
        'a.yaml:3:3: /b/c: the key "c" is written twice, first in line 2 [duplicate-key]\n'
        "  expected: every key once\n"
        "  fix: keep one of the two, or join their values\n"
        'a.yaml:4:1: /a: the key "a" is written twice, first in line 1 [duplicate-key]\n'
        "  expected: every key once\n"
        "  fix: keep one of the two, or join their values"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &x 1\nb: *x\n", "a.yaml:1:4: /a: an anchor, &x [alias]"),
        ("a: [*x]\n", "a.yaml:1:5: /a/0: an alias, *x [alias]"),
        ("&x a: 1\n", "a.yaml:1:1: an anchor, &x [alias]"),
        ("*x : 1\n", "a.yaml:1:1: an alias, *x [alias]"),
        ("a: &x\n  b: *x\n", "a.yaml:1:4: /a: an anchor, &x [alias]"),
        ("<<: {a: 1}\n", "a.yaml:1:1: a merge key << [alias]"),
        ("a: !!str 1\n", 'a.yaml:1:4: /a: a tag, "tag:yaml.org,2002:str" [tag]'),
        ("a: !local 1\n", 'a.yaml:1:4: /a: a tag, "!local" [tag]'),
        ("a: ! 1\n", 'a.yaml:1:4: /a: a tag, "!" [tag]'),
        ("%YAML 1.1\n---\na: 1\n", "a.yaml:1:1: a YAML directive, a line that starts with %"),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document begins here [documents]"),
        ("", "a.yaml:1:1: nothing is written here [empty]"),
        ("# only a note\n", "a.yaml:1:1: nothing is written here [empty]"),
        ("---\n", "a.yaml:1:1: nothing is written here [empty]"),
        ("1: a\n", 'a.yaml:1:1: the key "1" is a number [type]'),
        ("1.5: a\n", 'a.yaml:1:1: the key "1.5" is a number [type]'),
        ("true: a\n", 'a.yaml:1:1: the key "true" is not text [type]'),
        ("~: a\n", 'a.yaml:1:1: the key "~" is not text [type]'),
        ("? \n: a\n", "a.yaml:1:2: a value without a key [type]"),
        ("[1]: a\n", "a.yaml:1:1: a list or mapping where a key is expected [type]"),
        ("a: {{ x }}\n", "a.yaml:1:5: /a: a list or mapping where a key is expected [type]"),
        ("a: .nan\n", "a.yaml:1:4: /a: .nan is not a number [number]"),
        ("a: 1234567890123456\n", "a.yaml:1:4: /a: a number of 16 digits [number]"),
        ('a: "\\0"\n', "a.yaml:1:4: /a: the text holds a NUL character, U+0000 [character]"),
        ("a: x\x07\n", "a.yaml:1:5: a character that cannot be seen, U+0007 [character]"),
        ("a: x\u2028y\n", "a.yaml:1:5: a character that cannot be seen, U+2028 [character]"),
        ("a: x\ufeff\n", "a.yaml:1:5: a character that cannot be seen, U+FEFF [character]"),
    ],
)
def test_what_is_refused_and_where(text: str, words: str, parser: Any) -> None:
    assert first_line(text, parser).startswith(words)


@pytest.mark.parametrize("escape", ["\\ud800", "\\udc00x", "\\ud83d\\ude00"])
def test_half_characters_are_refused(escape: str, parser: Any) -> None:
    assert "the text holds half of a character (a lone surrogate), U+D8" in first_line(
        f'a: "{escape}"\n', parser
    ).replace("U+DC", "U+D8")


def test_numbers_beyond_unicode_are_refused(parser: Any) -> None:
    assert first_line('a: "\\UFFFFFFFF"\n', parser) == (
        "a.yaml:1:1: /a: something that cannot be read as YAML [syntax]"
    )


def test_one_repair_is_told_once_however_often_a_bomb_repeats_it(parser: Any) -> None:
    names = "abcdefghi"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]" for before, name in pairwise(names)
    ]
    assert told(read_yaml("a.yaml", "\n".join(lines), None, parser)) == (
        "a.yaml:1:4: /a: an anchor, &a [alias]\n"
        "  expected: every value written out where it is used\n"
        "  fix: write the values out in full, or put text that starts with * or & in quotes"
    )


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_is_limited(opening: str, parser: Any) -> None:
    assert "lists and mappings nested more than 40 deep [depth]" in first_line(
        opening * 3_000, parser
    )


def test_depth_up_to_the_limit_is_taken(parser: Any) -> None:
    value_of("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT, parser)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b: c\n", "1:5: a colon followed by a space where no key can stand"),
        ("a: 1\nb\n", "2:1: a line without a colon after its key"),
        ("a:\n\tb: 1\n", "2:1: /a: a tab"),
        ("a: @b\n", "1:4: /a: a value that starts with @, ` or %, which YAML keeps for itself"),
        ("a: 1\nb: 'c\n", "2:4: /b: a quotation mark that is never closed"),
        ('a: "c:\\data"\n', "1:8: /a: a backslash in double quotes that means nothing"),
        ('a: "\\Users"\n', "1:7: /a: an incomplete \\x, \\u or \\U in double quotes"),
        ("a: 'b' c\n", "1:8: text after a closed quotation mark"),
        ("a: 'b', c\n", "1:7: a comma after a closed value"),
        ("a:\n  - b\n c: 1\n", "3:2: a line that does not fit the indentation above it"),
        ("a: [b\nc: 1\n", "1:4: /a/1: a list in brackets that is not closed"),
        ("a: {b: 1\nc: 2\n", "1:4: /a: a mapping in braces that is not closed"),
        ("a: - b\n", "1:4: /a: a list entry where none can stand"),
        ("a: | b\n", "1:6: /a: text on the line of | or >"),
        ("a: >#b\n  c\n", "1:5: /a: text on the line of | or >"),
        ("a: *\n", "1:5: /a: a value that starts with * or &, which YAML keeps for itself"),
    ],
)
def test_mistakes_of_writing(text: str, words: str, parser: Any) -> None:
    assert first_line(text, parser) == f"a.yaml:{words} [syntax]"


def test_a_file_full_of_faults_is_read_up_to_a_hundred_of_them(parser: Any) -> None:
    problems = read_yaml("a.yaml", "a: 1\n" * 500, None, parser)
    assert isinstance(problems, list)
    assert len(problems) == PROBLEM_LIMIT


def test_a_tab_inside_text_is_read_alike_by_both() -> None:
    assert read_yaml("a.yaml", "a: 'x\ty'\n") == read_yaml("a.yaml", "a: 'x\ty'\n", None, PURE)


def test_only_the_given_part_is_read_and_places_are_those_of_the_whole() -> None:
    tree = read_yaml("a.md", "---\na: 1\n---\nb: [\n", (4, 9))
    assert isinstance(tree, Tree)
    assert tree.value == {"a": 1}
    assert (tree.places.of("/a").line, tree.places.of("/a").column) == (2, 4)
