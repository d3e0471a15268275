"""Writes content in which every hidden record says one unmistakable word wherever it says anything.

The word stands in every text, id, title, file name and file of what an audience may not see, and
a day that nobody else names stands in every date. Shapes come from the schemas, so a new type or
field is covered the day it appears.
"""

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from certfolio.records.record_type import RecordType
from certfolio.records.record_types import BY_NAME, RECORD_TYPES
from portal_whole.hostile_content import FILE, record, write_content

CANARY = "qzcanary"
DAY = "1987-04-13"
DAY_WORDS = (DAY, "13 April 1987", "13 Apr 1987", "13.04.1987", "19870413")

READER = {"name": "reader", "ceiling": "internal", "leaves_out": ["waiver", "gap-item", "draft"]}
EVERYBODY = {"name": "everybody", "ceiling": "restricted"}
AUDIENCES = [READER, EVERYBODY]
"""Who may not see the canaries, and who may."""

_CARRIERS = ("evidence", "document", "policy")
_DRAFTED = ("document", "policy")
_DATE = re.compile(r'"\d{4}-\d\d-\d\d"')


def write_canaries(folder: Path) -> Path:
    """Write content: of every type a visible record, a hidden one, a visible one that names it.

    Besides: records of the kinds that are left out, drafts, and files above their record's level.
    """
    registers = {row.name: list(_records(row)) for row in RECORD_TYPES}
    content = write_content(folder, registers, audiences=AUDIENCES)
    for path in {e["path"] for rows in registers.values() for r in rows for e in _files(r)}:
        if path != FILE:
            file = content / "files" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{CANARY.title()} says what nobody may read.\n", "utf-8")
    _write_texts(content)
    return content


def _write_texts(content: Path) -> None:
    """Write a hidden text, and a visible one whose links and picture lead to what is hidden."""
    row = BY_NAME["document"]
    hidden = record(row, 6, lambda: CANARY) | {"id": f"DOC-{CANARY.upper()}6"}
    said = f"## {CANARY}\n\n{CANARY} in *{CANARY}* and `{CANARY}`.\n"
    _write_text(content, "hidden", hidden, said)
    targets = (hidden_id(row), f"{CANARY}-hidden.md", f"../files/{CANARY}/{CANARY}-document.txt")
    links = "".join(f"[there]({target}) and ![a picture]({target})\n\n" for target in targets)
    plain = record(row, 7, lambda: "Plain") | {"classification": "public", "status": "in review"}
    _write_text(content, "plain", plain, f"## Plain\n\n{links}")


def _write_text(content: Path, name: str, fields: dict[str, Any], text: str) -> None:
    file = content / "documents" / (f"{CANARY}-{name}.md" if name == "hidden" else f"{name}.md")
    file.write_text(f"---\n{json.dumps(fields)}\n---\n\n{text}", "utf-8")


def hidden_id(row: RecordType) -> str:
    return f"{row.prefix}-{CANARY.upper()}2"


def _files(fields: dict[str, Any]) -> list[dict[str, Any]]:
    return list(fields.get("files", ()))


def _records(row: RecordType) -> Iterator[dict[str, Any]]:
    plain = record(row, 1, lambda: "Plain") | {"classification": "public"}
    if row.name in _DRAFTED:
        plain["status"] = "in review"
    yield _with_files(row, plain, FILE)
    yield _hidden(row) | {"classification": "confidential"}
    naming = _renamed(_with_files(row, plain, FILE), row, f"{row.prefix}-003")
    if row.name in _CARRIERS:
        naming["files"] = [*naming["files"], _raised(row)]
    yield naming
    if row.name in READER["leaves_out"]:
        yield _hidden(row) | {"id": f"{row.prefix}-{CANARY.upper()}4", "classification": "public"}
    if row.name in _DRAFTED:
        drafted = {"id": f"{row.prefix}-{CANARY.upper()}5", "status": "draft"}
        yield _hidden(row) | drafted | {"classification": "public"}


def _hidden(row: RecordType) -> dict[str, Any]:
    numbers = count(1)
    made = record(row, 2, lambda: f"{CANARY}{next(numbers)}{row.name.replace('-', '')} & ä")
    told = _DATE.sub(f'"{DAY}"', json.dumps(made | {"id": hidden_id(row)}))
    fields: dict[str, Any] = json.loads(told)
    path = f"{CANARY}/{CANARY}-{row.name}.txt"
    return _with_files(row, fields, path, title=f"{CANARY.title()} of a {row.name}")


def _raised(row: RecordType) -> dict[str, Any]:
    name = f"{CANARY}-raised-{row.name}.txt"
    return {"path": name, "title": CANARY, "classification": "restricted"}


def _with_files(row: RecordType, fields: dict[str, Any], path: str, **more: str) -> dict[str, Any]:
    if row.name not in _CARRIERS:
        return fields
    return fields | {"files": [{"path": path, **more}]}


def _renamed(fields: dict[str, Any], row: RecordType, id: str) -> dict[str, Any]:
    """Return a visible record whose every reference leads to a hidden record."""
    told = json.dumps(fields | {"id": "THIS-1"})
    for other in RECORD_TYPES:
        told = told.replace(f'"{other.prefix}-001"', f'"{hidden_id(other)}"')
    links = [{"to": hidden_id(other), "why": CANARY} for other in RECORD_TYPES if other != row]
    renamed: dict[str, Any] = json.loads(told) | {"id": id, "links": links}
    return renamed
