"""Reads a content file of any of the three kinds: YAML, JSON, Markdown with front matter."""

from certfolio.intake.front_matter import read_markdown
from certfolio.intake.json_reader import read_json
from certfolio.intake.parsed import Parsed, Tree
from certfolio.intake.text import to_text
from certfolio.intake.yaml_reader import read_yaml
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem

SUFFIXES = (".yaml", ".yml", ".json", ".md")


def read_source(path: str, data: bytes) -> Parsed | list[Problem]:
    """Read a content file, chosen by the suffix of its path; the list is never empty."""
    text = to_text(path, data)
    if isinstance(text, Problem):
        return [text]
    if path.endswith(".md"):
        return read_markdown(path, text)
    if path.endswith((".yaml", ".yml")):
        return _parsed(path, read_yaml(path, text))
    if path.endswith(".json"):
        return _parsed(path, read_json(path, text))
    found = "a file of a kind that holds no records"
    expected = "a file ending in .yaml, .yml, .json or .md"
    fix = "rename the file, or move it to content/files if it is evidence"
    return [Problem(Location(path), found, Code.FOLDER, expected, fix)]


def _parsed(path: str, tree: Tree | list[Problem]) -> Parsed | list[Problem]:
    return tree if isinstance(tree, list) else Parsed(path, tree.value, tree.places)
