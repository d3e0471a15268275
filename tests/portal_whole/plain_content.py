"""Writes a content folder anew, whole or with only what an audience may see.

What the audience may see is worked out here from the files as their authors wrote them, by the
schemas alone, so that the program's own filter is not its own judge.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copy2
from typing import Any

import yaml

from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.records.record_types import BY_FOLDER

PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS: SchemaSet = load_schemas(PROJECT / "schema")
LEVELS = ("public", "internal", "confidential", "restricted")

Fields = dict[str, Any]
_GONE = object()


class _Plain(yaml.SafeLoader):
    """Reads what people write as the program does: dates, versions and times stay text."""


_Plain.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+(?:e[-+]?[0-9]+)?", "-+0123456789"),
    ("null", r"null|~|", "n~\0"),
):
    _Plain.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A file of records: its folder, its rows with their defaults filled in, its text."""

    path: str
    folder: str
    rows: tuple[Fields, ...]
    body: str

    @property
    def schema(self) -> Any:
        return SCHEMAS.follow(SCHEMAS.schemas[BY_FOLDER[self.folder].name])


@dataclass(frozen=True, slots=True)
class Content:
    """A whole content folder as plain values, and where its files lie."""

    parts: tuple[Part, ...]
    settings: Fields
    files: Path

    def raised(self, ids: set[str]) -> "Content":
        """Return the content with some records at the highest level."""

        def row(fields: Fields) -> Fields:
            return fields | {"classification": LEVELS[-1]} if fields["id"] in ids else fields

        parts = (replace(part, rows=tuple(map(row, part.rows))) for part in self.parts)
        return replace(self, parts=tuple(parts))


def read(content: Path) -> Content:
    """Read a content folder that has no problem."""
    parts = [
        _part(content, path)
        for path in sorted(content.rglob("*"))
        if path.suffix in {".yaml", ".json", ".md"}
        and path.relative_to(content).parts[0] in BY_FOLDER
    ]
    settings = yaml.load((content / "portal.yaml").read_text("utf-8"), _Plain)
    return Content(tuple(parts), settings, content / "files")


def write(content: Content, folder: Path) -> Path:
    """Write the content anew, a register or a text a file, with the files that its records name."""
    for part in content.parts:
        file = folder / Path(part.path).with_suffix(".md" if part.path.endswith(".md") else ".json")
        file.parent.mkdir(parents=True, exist_ok=True)
        if part.path.endswith(".md"):
            head = json.dumps(part.rows[0], ensure_ascii=False)
            file.write_text(f"---\n{head}\n---\n{part.body}", "utf-8")
        else:
            file.write_text(json.dumps({"records": part.rows}), "utf-8")
    for path in {e["path"] for part in content.parts for r in part.rows for e in _files(r)}:
        target = folder / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        copy2(content.files / path, target)
    (folder / "files").mkdir(exist_ok=True)
    (folder / "portal.yaml").write_text(json.dumps(content.settings), "utf-8")
    return folder


def visible_only(content: Content, audience: Mapping[str, Any]) -> Content:
    """Return the content without what the audience may not see and without what names it."""
    ceiling = LEVELS.index(audience["ceiling"])
    seen = {
        row["id"]
        for part in content.parts
        for row in part.rows
        if _is_seen(row, part.folder, audience, ceiling)
    }
    parts = []
    for part in content.parts:
        kept = [_reduced(r, part, seen, ceiling) for r in part.rows if r["id"] in seen]
        if kept:
            parts.append(replace(part, rows=tuple(kept)))
    return replace(content, parts=tuple(parts))


def _is_seen(row: Fields, folder: str, audience: Mapping[str, Any], ceiling: int) -> bool:
    left_out = audience["leaves_out"]
    is_draft = folder in ("policies", "documents") and row["status"] == "draft"
    return (
        LEVELS.index(row["classification"]) <= ceiling
        and BY_FOLDER[folder].name not in left_out
        and not (is_draft and "draft" in left_out)
    )


def _reduced(row: Fields, part: Part, seen: set[str], ceiling: int) -> Fields:
    kept: Fields = _without(row, part.schema, seen)
    if "files" in kept:
        low = [
            entry
            for entry in _files(row)
            if LEVELS.index(entry.get("classification", LEVELS[0])) <= ceiling
        ]
        kept["files"] = low
        if kept.get("text_from") not in {None, *(entry["path"] for entry in low)}:
            del kept["text_from"]
    return kept


def _without(value: Any, schema: Any, seen: set[str]) -> Any:
    """Return a value without its references to what is not seen; a link goes as a whole."""
    whole = SCHEMAS.follow(schema)
    if isinstance(value, list):
        items = (_without(item, whole["items"], seen) for item in value)
        return [item for item in items if item is not _GONE]
    if isinstance(value, dict):
        if value.keys() == {"to", "why"}:
            return value if value["to"] in seen else _GONE
        known = whole.get("properties", {})
        parts = {n: _without(v, known[n], seen) if n in known else v for n, v in value.items()}
        return {name: part for name, part in parts.items() if part is not _GONE}
    if "x-references" in whole and whole.get("type", "string") == "string":
        return value if value in seen else _GONE
    return value


def _files(row: Fields) -> list[Fields]:
    return list(row.get("files", ()))


def _part(content: Path, path: Path) -> Part:
    relative = path.relative_to(content)
    text, body = path.read_text("utf-8"), ""
    if path.suffix == ".md":
        text, _, body = text.removeprefix("---\n").partition("\n---\n")
    value = json.loads(text) if path.suffix == ".json" else yaml.load(text, _Plain)
    rows = value.get("records", [value])
    filled = tuple(value.get("defaults", {}) | row for row in rows)
    return Part(relative.as_posix(), relative.parts[0], filled, body)


def each_row(content: Content, wanted: Callable[[Fields], bool]) -> Iterator[Fields]:
    return (row for part in content.parts for row in part.rows if wanted(row))
