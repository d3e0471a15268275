"""Writes small valid workspaces for tests, from the examples of the schemas."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from certfolio.records.record_types import BY_NAME

SCHEMAS = Path(__file__).resolve().parents[1] / "schema"
AS_OF = "2026-10-05"

Fields = Mapping[str, Any]


def schema(name: str) -> dict[str, Any]:
    """Return a schema as it is written."""
    text = (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def example(name: str, **fields: Any) -> dict[str, Any]:
    """Return the required properties of a schema with their examples, and `fields`."""
    about = schema(name)
    return {key: about["properties"][key]["examples"][0] for key in about["required"]} | fields


def write_record(project: Path, kind: str, id: str, **fields: Any) -> Path:
    """Write one record of a type as JSON, which is read like YAML."""
    file = project / "content" / BY_NAME[kind].folder / f"{id}.json"
    return write_json(file, example(kind, id=id, **fields))


def write_settings(project: Path, **fields: Any) -> Path:
    """Write content/portal.yaml."""
    audiences = [
        {"name": "internal", "ceiling": "internal", "leaves_out": []},
        {"name": "management", "ceiling": "restricted"},
    ]
    settings = example("portal", as_of=AS_OF, audiences=audiences) | fields
    return write_json(
        project / "content" / "portal.yaml",
        {key: value for key, value in settings.items() if value is not None},
    )


def write_json(file: Path, content: Fields) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=2), encoding="utf-8")
    return file


def write_workspace(project: Path) -> Path:
    """Write a workspace without a problem: eight records, one file, two audiences.

    R-002 is restricted, so the audience internal sees seven.
    """
    write_settings(project)
    write_record(project, "organization", "ORG-001")
    write_record(project, "person", "P-001")
    write_record(project, "site", "SITE-001")
    write_document(project)
    risk = {"status": "identified", "criteria": "DOC-001", "actions": ["ACT-001"]}
    write_record(project, "risk", "R-001", **risk)
    write_record(project, "risk", "R-002", classification="restricted", **risk)
    write_record(project, "action", "ACT-001", status="open", sources=["R-001"])
    proof = project / "content" / "files" / "proof.txt"
    proof.parent.mkdir(parents=True, exist_ok=True)
    proof.write_text("The restore test passed.\n", encoding="utf-8")
    write_record(project, "evidence", "E-001", status="collected", files=[{"path": "proof.txt"}])
    return project


def write_document(project: Path, **fields: Any) -> Path:
    """Write DOC-001, a draft with text."""
    file = project / "content" / "documents" / "DOC-001.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps(example("document", id="DOC-001", status="draft", **fields), indent=2)
    text = f"---\n{head}\n---\n\n# Purpose\n\nKeep documents current.\n"
    file.write_text(text, encoding="utf-8")
    return file
