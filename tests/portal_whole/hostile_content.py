"""Writes content in which every text field of every record type says something hostile.

Shapes come from the schemas, so a new type or field is covered the day it appears.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from certfolio.intake.format_text import is_visible
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import BY_NAME, RECORD_TYPES
from portal_whole.hostile_texts import LONG, OWN

FILE = "proof.txt"
PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS: SchemaSet = load_schemas(PROJECT / "schema")
SETTINGS = {
    "title": "Portal",
    "organization": "ORG-001",
    "as_of": "2026-10-05",
    "standards": [
        {"standard": "iso-9001-2015", "certificate_scope": "Sensors"},
        {"standard": "iso-27001-2022", "certificate_scope": "Sensors"},
    ],
    "audit_period": {"begins": "2025-10-01", "ends": "2027-01-31"},
    "audiences": [{"name": "internal", "ceiling": "restricted"}],
}

_PACKED = 15_000

NextText = Callable[[], str]
Registers = Mapping[str, Sequence[Mapping[str, Any]]]


def write_content(folder: Path, registers: Registers, **settings: Any) -> Path:
    """Write a content folder: one JSON register a type, in which escapes keep every character."""
    (folder / "files").mkdir(parents=True)
    (folder / "files" / FILE).write_text("The restore test passed.\n", "utf-8")
    (folder / "portal.yaml").write_text(_yaml(SETTINGS | settings), "utf-8")
    for name, records in registers.items():
        place = folder / BY_NAME[name].folder / "records.json"
        place.parent.mkdir()
        place.write_text(json.dumps({"records": list(records)}), "utf-8")
    return folder


def hostile_registers(texts: Iterable[str]) -> Registers:
    """Return records of every type that say all texts together in each of their fields, then alone.

    Record 1 is plain, so that the others have something to refer to; record 2 has a title without
    end. The records after those of all texts together say texts alone, in some field: our own in
    every type, each of the others in one type.
    """
    known = list(texts)
    others = [text for text in known if text not in OWN]
    return {
        row.name: list(_records(row, known, [*OWN, *others[index :: len(RECORD_TYPES)]]))
        for index, row in enumerate(RECORD_TYPES)
    }


def few_registers() -> dict[str, list[dict[str, Any]]]:
    """Return one plain record of each of the types that others need."""
    names = ("organization", "person", "document", "action", "evidence")
    return {name: [record(BY_NAME[name], 1, lambda: "Plain")] for name in names}


def write_prose(folder: Path, texts: Iterable[str]) -> Path:
    """Write content with a document for every text: as a paragraph, in a quote, in a table."""
    content = write_content(folder, few_registers())
    for number, text in enumerate(texts, 100):
        head = json.dumps(record(BY_NAME["document"], number, lambda: "Plain"))
        cell = text.replace("\n", " ")
        body = f"{text}\n\n> {text}\n\n| a | b |\n| --- | --- |\n| {cell} | x |\n"
        place = content / "documents" / f"DOC-{number}.md"
        place.write_bytes(f"---\n{head}\n---\n\n{body}".encode())
    return content


def saying_all(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the records that say all texts together in each of their fields."""
    return [keys for keys in records if keys["title"].startswith("⟦")]


def packed(texts: Iterable[str]) -> list[str]:
    """Join texts into as few as the limit of a field allows, each after its number."""
    packs = [""]
    for number, text in enumerate(texts):
        piece = f"⟦{number}⟧{text}"
        if len(packs[-1]) + len(piece) > _PACKED:
            packs.append("")
        packs[-1] += piece
    return packs


def record(row: RecordType, number: int, text: NextText) -> dict[str, Any]:
    """Return a record with its required fields and every field that holds text."""
    made = _mapping(SCHEMAS.schemas[row.name], row, text)
    return made | {"id": f"{row.prefix}-{number:03}", "classification": "restricted"}


def texts_in(value: Any, row: RecordType) -> Iterator[str]:
    """Return what a record says in its text fields."""
    yield from _texts(value, SCHEMAS.follow(SCHEMAS.schemas[row.name]))


def _yaml(value: Any) -> str:
    """Write YAML that escapes as JSON does, but never half of a character."""
    return re.sub(
        r"\\ud[89ab]..\\ud[c-f]..", lambda pair: str(json.loads(f'"{pair[0]}"')), json.dumps(value)
    )


def _records(row: RecordType, texts: list[str], alone: list[str]) -> Iterator[dict[str, Any]]:
    numbers = count(1)
    yield record(row, next(numbers), lambda: "Plain")
    yield record(row, next(numbers), lambda: "Plain") | {"title": LONG}
    for pack in packed(text for text in texts if text != LONG):
        yield record(row, next(numbers), _in_turn(f"{pack}⟦{field}⟧" for field in count()))
    visible = [text for text in alone if is_visible(text)]
    said: list[str] = []
    while len(said) < len(visible):
        turns = islice(cycle(visible), len(said), None)
        yield record(row, next(numbers), _in_turn(turns, said))


def _in_turn(texts: Iterable[str], said: list[str] | None = None) -> NextText:
    """Say one text after the other, and note what was said."""
    left = iter(texts)

    def say() -> str:
        text = next(left)
        if said is not None:
            said.append(text)
        return text

    return say


def _mapping(schema: Any, row: RecordType, text: NextText) -> dict[str, Any]:
    whole = SCHEMAS.follow(schema)
    required = whole.get("required", ())
    made = {}
    for name, part in whole["properties"].items():
        # a reason for macros is taken and shown only beside a file that can hold them
        if name == "macros_allowed":
            continue
        if name in required or _holds_text(part):
            made[name] = _value(part, row, text)
    return made


def _value(schema: Any, row: RecordType, text: NextText) -> Any:
    whole = SCHEMAS.follow(schema)
    if _is_text(whole):
        return text()
    if whole.get("format") == "file-path":
        return FILE
    if "x-references" in whole and whole["type"] == "string":
        return _target(whole["x-references"], row)
    if whole.get("type") == "array" and not _is_plain(SCHEMAS.follow(whole["items"])):
        return [_value(whole["items"], row, text)]
    if "properties" in whole:
        return _mapping(whole, row, text)
    return whole["enum"][0] if "enum" in whole else whole["examples"][0]


def _is_plain(whole: Any) -> bool:
    is_rich = "properties" in whole or "x-references" in whole or "enum" in whole
    return not (is_rich or _is_text(whole))


def _target(names: list[str], row: RecordType) -> str:
    known = names or [name for name in ("document", "person") if name != row.name]
    return f"{BY_NAME[known[0]].prefix}-001"


def _holds_text(schema: Any) -> bool:
    whole = SCHEMAS.follow(schema)
    if whole.get("type") == "array":
        return _holds_text(whole["items"])
    if "properties" in whole:
        return any(_holds_text(part) for part in whole["properties"].values())
    return _is_text(whole)


def _is_text(whole: Any) -> bool:
    is_free = whole.get("format") in (None, "visible-text")
    return whole.get("type") == "string" and "enum" not in whole and is_free


def _texts(value: Any, whole: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item, SCHEMAS.follow(whole["items"]))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, SCHEMAS.follow(whole["properties"][name]))
    elif _is_text(whole):
        yield value
