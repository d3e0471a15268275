"""Reads a content folder in the plainest way, to compare what went in with what came out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LEVELS = ("public", "internal", "confidential", "restricted")
_UNSAID = ("gap-item", "waiver", "readiness", "draft")
_NO_RECORDS = frozenset({"files", "standards", "templates"})


@dataclass(frozen=True, slots=True)
class Written:
    """A record as its author wrote it: the folder it lies in, its keys, its text."""

    folder: str
    keys: dict[str, Any]
    body: str

    @property
    def id(self) -> str:
        return str(self.keys["id"])

    @property
    def level(self) -> int:
        return LEVELS.index(self.keys["classification"])

    @property
    def words(self) -> str:
        """Return everything the author says, without the fields that only name another record."""
        return " ".join("\n".join([*_sentences(self.keys), self.body]).split())

    @property
    def files(self) -> list[dict[str, Any]]:
        return list(self.keys.get("files", ()))


def written_records(content: Path) -> list[Written]:
    """Return every record below a content folder."""
    return [
        Written(path.relative_to(content).parts[0], keys, body)
        for path in sorted(content.rglob("*"))
        if path.parent != content and path.relative_to(content).parts[0] not in _NO_RECORDS
        for keys, body in _records(path)
    ]


def settings(content: Path) -> dict[str, Any]:
    """Return content/portal.yaml."""
    text = (content / "portal.yaml").read_text("utf-8")
    return dict(yaml.load(text, yaml.BaseLoader))


def seen_by(content: Path, audience: str, records: list[Written]) -> list[Written]:
    """Return the records that an audience may see, worked out anew from the settings."""
    (declared,) = (a for a in settings(content)["audiences"] if a["name"] == audience)
    ceiling = LEVELS.index(declared["ceiling"])
    unsaid = [] if declared["ceiling"] == LEVELS[-1] else [*_UNSAID]
    left_out = declared.get("leaves_out", unsaid)
    folders = {f"{name}s" for name in left_out}
    drafts = {"documents", "policies"} if "draft" in left_out else set()
    return [
        r
        for r in records
        if r.level <= ceiling
        and r.folder not in folders
        and not (r.folder in drafts and r.keys["status"] == "draft")
    ]


def _records(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    if path.suffix not in {".yaml", ".json", ".md"}:
        return
    text, body = path.read_text("utf-8"), ""
    if path.suffix == ".md":
        head, _, body = text.partition("\n---\n")
        text = head.removeprefix("---\n")
    value = json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.BaseLoader)
    rows = value.get("records", [value])
    yield from ((value.get("defaults", {}) | row, body) for row in rows)


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str) and " " in value:
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _sentences(part)
