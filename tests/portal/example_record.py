"""Makes a record of every type with every field filled, from the examples in the schemas."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.model.ordering import natural_key
from certfolio.model.prose import Heading, Prose, ProseLink
from certfolio.records.field_walk import marked_values
from certfolio.records.origin import Origin
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import RECORD_TYPES
from certfolio.records.reference import Reference

PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS: SchemaSet = load_schemas(PROJECT / "schema")

PROSE = Prose(
    '<h2 id="t-purpose">Purpose</h2><p>Says <a href="DOC-001">what to do</a> and'
    ' <a href="nowhere.md">where</a>.</p><h3 id="t-who">Who</h3><p>Everybody.</p>'
    '<h2 id="t-when">When</h2><p>Always.</p>',
    (Heading(2, "Purpose", "t-purpose"), Heading(3, "Who", "t-who"), Heading(2, "When", "t-when")),
    (ProseLink("DOC-001", False, "what to do"), ProseLink("nowhere.md", False, "where")),
)


def example_records() -> tuple[Record, ...]:
    """Return one full record of every type, and a plain copy for every other id that they name."""
    records = {record.id: record for record in map(_example, RECORD_TYPES)}
    by_prefix = {row.prefix: records_of_type(records.values(), row) for row in RECORD_TYPES}
    for id in _named_ids(tuple(records.values())):
        if id not in records:
            model = by_prefix[id.rpartition("-")[0]]
            records[id] = _copy(model, id)
    return tuple(sorted(records.values(), key=lambda record: natural_key(record.id)))


def records_of_type(records: Any, row: RecordType) -> Record:
    return next(record for record in records if isinstance(record, row.record))


def _copy(model: Record, id: str) -> Record:
    origin = Origin.at(model.origin.path.replace(model.id, id))
    return replace(model, id=id, title=f"{model.title} ({id})", origin=origin)


def _example(row: RecordType) -> Record:
    made = _built(row.record, SCHEMAS.follow(SCHEMAS.schemas[row.name]))
    return replace(
        made,
        prose=PROSE,
        extra={"cost_centre": "4711", "tags": ["pressure", "laboratory"]},
        origin=Origin.at(f"content/{row.folder}/{made.id}.md"),
    )


def _built(kind: Any, schema: Any) -> Any:
    hints = get_type_hints(kind, include_extras=True)
    properties = schema["properties"]
    values = {
        field.name: _value(hints[field.name], _whole_example(properties[field.name]))
        for field in fields(kind)
        if field.name in properties
    }
    return kind(**values)


def _whole_example(schema: Any) -> Any:
    """Return an example with every property of a nested object, however short the outer one is."""
    whole = SCHEMAS.follow(schema)
    items = SCHEMAS.follow(whole["items"]) if "items" in whole else None
    if items is not None and "properties" in items:
        return [_whole_object(items)]
    if "properties" in whole:
        return _whole_object(whole)
    return whole["examples"][0]


def _whole_object(schema: Any) -> dict[str, Any]:
    return {name: _whole_example(part) for name, part in schema["properties"].items()}


def _value(hint: Any, example: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(next(a for a in arguments if a is not NoneType), example)
    if origin is tuple:
        return tuple(_value(arguments[0], item) for item in example)
    if hint is date:
        return date.fromisoformat(example)
    if hint is ClauseRef:
        return ClauseRef.parse(example)
    if hint is Classification:
        return Classification(example)
    if isinstance(hint, type) and is_dataclass(hint):
        inner = get_type_hints(hint, include_extras=True)
        return hint(**{name: _value(inner[name], item) for name, item in example.items()})
    return float(example) if hint is float else example


def _named_ids(records: tuple[Record, ...]) -> Iterator[str]:
    for record in records:
        for marked in marked_values(record):
            if isinstance(marked.mark, Reference):
                yield marked.value
