"""Splits a Markdown file into its front matter, read as YAML, and its body."""

import re

from certfolio.intake.parsed import Parsed
from certfolio.intake.place import line_starts
from certfolio.intake.yaml_reader import read_yaml
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem

_FENCE = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
_EXPECTED = "the record's keys between two lines ---, then the text"


def read_markdown(path: str, text: str) -> Parsed | list[Problem]:
    """Read a Markdown file; places are those of the whole file."""
    first = _FENCE.match(text)
    if first is None:
        found = "the file does not start with a line ---"
        fix = "begin the file with ---, the keys such as id: and title:, and another line ---"
        return [Problem(Location(path), found, Code.SYNTAX, _EXPECTED, fix)]
    second = _FENCE.search(text, first.end())
    if second is None:
        found = "the front matter that begins here has no end"
        fix = "write a line --- between the last key and the text"
        return [Problem(Location(path), found, Code.SYNTAX, _EXPECTED, fix)]
    tree = read_yaml(path, text, (first.end(), second.start()))
    if isinstance(tree, list):
        return tree
    body_line = len(line_starts(text[: second.end()]))
    return Parsed(path, tree.value, tree.places, text[second.end() :], body_line)
