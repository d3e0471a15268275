"""Makes records and graphs for tests out of the schemas' own examples."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from certfolio.intake.decode import decode
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.linking.graph import RecordGraph
from certfolio.linking.resolve import resolve
from certfolio.model.clause import ClauseRef
from certfolio.model.problem import Problem
from certfolio.records.origin import Origin
from certfolio.records.portal_settings import PortalSettings
from certfolio.records.record import Record
from certfolio.records.record_types import BY_NAME
from certfolio.standards.catalogue import Standards
from certfolio.standards.load import load_standards

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"


@cache
def schemas() -> SchemaSet:
    return load_schemas(PROJECT / "schema")


@cache
def known_standards() -> Standards:
    standards, problems = load_standards(PROJECT / "no-such-folder", schemas())
    assert problems == []
    return standards


def made(kind: str, /, id: str | None = None, **changes: Any) -> Record:
    """Return a record with the required fields of its schema's examples and these changes.

    References that an example needs and no test names are left out of lists; `owner` stays P-001.
    """
    schema = json.loads((PROJECT / "schema" / f"{kind}.schema.json").read_text("utf-8"))
    value = {key: schema["properties"][key]["examples"][0] for key in schema["required"]}
    value = {key: _without_references(part) for key, part in value.items()}
    value |= changes
    if id is not None:
        value["id"] = id
    origin = Origin.at(f"content/{BY_NAME[kind].folder}/{value['id']}.yaml")
    return decode(value, BY_NAME[kind].record, origin)


def supporting(*clauses: str, why: str = "It says so.") -> list[dict[str, str]]:
    """Return the `clauses` of a record."""
    return [{"clause": clause, "why": why} for clause in clauses]


def settings(*standards: str, **changes: Any) -> PortalSettings:
    """Return settings for an organization ORG-001 with these standards."""
    from certfolio.intake.decode import decode_part

    value: dict[str, Any] = {
        "title": "Portal",
        "organization": "ORG-001",
        "standards": [
            {"standard": standard, "certificate_scope": "Sensors"}
            for standard in standards or ("iso-9001-2015",)
        ],
        "audit_period": {"begins": "2025-10-01", "ends": "2027-01-31"},
        "audiences": [{"name": "internal", "ceiling": "internal"}],
    }
    result: PortalSettings = decode_part(value | changes, PortalSettings)
    return result


def linked(
    *records: Record, standards: tuple[str, ...] = ("iso-9001-2015",), **changes: Any
) -> tuple[RecordGraph, list[Problem]]:
    """Resolve records together with the person that owns them all."""
    people = [] if any(record.id == "P-001" for record in records) else [made("person", "P-001")]
    chosen = known_standards().only(standards)
    return resolve([*people, *records], settings(*standards, **changes), chosen, known_standards())


def graph_of(
    *records: Record, standards: tuple[str, ...] = ("iso-9001-2015",), **changes: Any
) -> RecordGraph:
    """Return the graph of records that have no problem."""
    graph, problems = linked(*records, standards=standards, **changes)
    assert [problem for problem in problems if not problem.is_notice] == []
    return graph


def clause(text: str) -> ClauseRef:
    return ClauseRef.parse(text)


def told(problem: Problem) -> tuple[str, str, str, str, str]:
    """Return what a problem says: place, found, code, expected, fix."""
    place = problem.location
    return (
        f"{place.path}{place.pointer}",
        problem.found,
        problem.code.value,
        problem.expected,
        problem.fix,
    )


def _without_references(part: Any) -> Any:
    if isinstance(part, list) and all(isinstance(item, str) for item in part):
        return [item for item in part if "-0" not in item]
    if isinstance(part, list):
        return [_without_references(item) for item in part]
    if isinstance(part, dict):
        return {key: _without_references(item) for key, item in part.items()}
    return part
