"""What readers see as the name of a field and as its choices, taken from the schemas."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from certfolio.intake.schema import SchemaSet
from certfolio.intake.schema_keyword import Schema
from certfolio.model.message import Message, word
from certfolio.portal.field_name import FieldName, Labels
from certfolio.portal.wording import INTERVALS
from certfolio.records.record_types import RECORD_TYPES

_UNKNOWN: Mapping[str, FieldName] = MappingProxyType({})


def field_labels(schemas: SchemaSet) -> Labels:
    """Return, for each record type, the title of every field by its path, such as `tested.what`."""
    return MappingProxyType(
        {
            row.name: MappingProxyType(dict(_names(schemas, schemas.schemas[row.name], "")))
            for row in RECORD_TYPES
            if row.name in schemas.schemas
        }
    )


def label(labels: Labels, type_name: str, path: str) -> Message:
    """Return the name of a field; one that no schema knows is called by its key."""
    known = labels.get(type_name, _UNKNOWN).get(path)
    if known is not None:
        return known.title
    return word("field", path.rpartition(".")[2].replace("_", " ").capitalize())


def choice(labels: Labels, type_name: str, path: str, value: str) -> str:
    """Return the word of a closed list as readers see it; free text stays as its author wrote it.

    Only what is a `Message` is ours.
    """
    known = labels.get(type_name, _UNKNOWN).get(path)
    return value if known is None else known.choices.get(value, value)


def _names(schemas: SchemaSet, schema: Schema, prefix: str) -> Iterator[tuple[str, FieldName]]:
    for name, part in schema.get("properties", {}).items():
        path = f"{prefix}{name}"
        whole = schemas.follow(part)
        inner = schemas.follow(whole.get("items", whole))
        if "title" in whole:
            yield path, FieldName(word("field", whole["title"]), _choices(inner))
        yield from _names(schemas, inner, f"{path}.")


def _choices(schema: Schema) -> Mapping[str, Message]:
    if schema.get("format") == "interval":
        return INTERVALS
    words = (value for value in schema.get("enum", ()) if isinstance(value, str))
    return MappingProxyType({value: word("value", value) for value in words})
