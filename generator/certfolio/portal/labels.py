"""What readers see as the name of a field, taken from the titles in the schemas."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from certfolio.intake.schema import SchemaSet
from certfolio.intake.schema_keyword import Schema
from certfolio.portal.edition import Labels
from certfolio.records.record_types import RECORD_TYPES


def field_labels(schemas: SchemaSet) -> Labels:
    """Return, for each record type, the title of every field by its path, such as `tested.what`."""
    return MappingProxyType(
        {
            row.name: MappingProxyType(dict(_titles(schemas, schemas.schemas[row.name], "")))
            for row in RECORD_TYPES
            if row.name in schemas.schemas
        }
    )


def label(labels: Labels, type_name: str, path: str) -> str:
    """Return the name of a field; one that no schema knows is called by its key."""
    known: Mapping[str, str] = labels.get(type_name, {})
    return known.get(path) or path.rpartition(".")[2].replace("_", " ").capitalize()


def _titles(schemas: SchemaSet, schema: Schema, prefix: str) -> Iterator[tuple[str, str]]:
    for name, part in schema.get("properties", {}).items():
        path = f"{prefix}{name}"
        whole = schemas.follow(part)
        if "title" in whole:
            yield path, whole["title"]
        inner = schemas.follow(whole.get("items", whole))
        yield from _titles(schemas, inner, f"{path}.")
