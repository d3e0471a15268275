"""Turns a schema into a commented record that a person goes on from.

Required properties hold the schema's example, the others stand there as comments.
"""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from certfolio.intake.phrase import in_yaml, one_of
from certfolio.intake.schema import SchemaSet
from certfolio.intake.schema_keyword import Schema
from certfolio.records.record_types import BY_NAME

_WIDTH = 100
_OPTIONAL = "What follows may be left out. Take away the # in front of what you need."


def draft(name: str, schemas: SchemaSet, values: Mapping[str, object]) -> str:
    """Return the YAML of a record that passes the schema `name`; `values` go before its examples.

    The records it refers to need not exist.
    """
    schema = schemas.schemas[name]
    properties: Mapping[str, Schema] = schema["properties"]
    record = _filled(name, schemas, values)
    lines = [*_comment(schema["description"]), ""]
    for key in (key for key in properties if key in record):
        lines += [*_comment(_about(schemas.follow(properties[key]))), *_entry(key, record[key])]
    lines += ["", *_comment(_OPTIONAL), ""]
    for key in (key for key in properties if key not in record):
        about = schemas.follow(properties[key])
        lines += _comment(_about(about))
        lines += [f"# {line}" for line in _entry(key, about["examples"][0])]
    return "\n".join(lines) + "\n"


def _filled(name: str, schemas: SchemaSet, values: Mapping[str, object]) -> dict[str, Any]:
    """Return the required properties and those which these, in turn, require."""
    schema = schemas.schemas[name]
    missing = [key for key in schema["required"] if key not in values]
    record = dict(values)
    while missing:
        for key in missing:
            record[key] = _first(schemas.follow(schema["properties"][key]), key)
        missing = _still_missing(schemas.validator(name).iter_errors(record), record)
    return record


def _first(schema: Schema, key: str) -> object:
    """Return the state a record begins in, or the example."""
    return schema["enum"][0] if key == "status" else schema["examples"][0]


def _still_missing(errors: Iterator[Any], record: Mapping[str, object]) -> list[str]:
    missing: list[str] = []
    for error in errors:
        if error.path:
            continue
        if error.validator == "required":
            missing += error.validator_value
        elif error.validator == "anyOf":
            missing += error.validator_value[0]["required"]
    return [key for key in dict.fromkeys(missing) if key not in record]


def _about(schema: Schema) -> str:
    """Return the description, the values to choose from and what the ids in it belong to."""
    words = [str(schema["description"])]
    choices = schema.get("enum", [])
    if any(str(choice) not in words[0] for choice in choices):
        words.append(f"Choose {one_of(choices)}.")
    kinds = schema.get("x-references") or schema.get("items", {}).get("x-references")
    if kinds:
        nouns = " or ".join(BY_NAME[kind].noun.lower() for kind in kinds if kind in BY_NAME)
        words.append(f"Name an existing {nouns or 'record'}.")
    return " ".join(words)


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, _WIDTH - 2)]


def _entry(key: str, value: object) -> list[str]:
    """Return the lines of a key and its value, in the block style people edit most easily."""
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {line}" for line in _mapping(value))]
    if isinstance(value, list) and any(isinstance(part, Mapping) for part in value):
        return [f"{key}:", *(f"  {line}" for part in value for line in _item(part))]
    return [f"{key}: {in_yaml(value)}"]


def _mapping(value: Mapping[str, object]) -> list[str]:
    return [line for key, part in value.items() for line in _entry(key, part)]


def _item(value: Mapping[str, object]) -> list[str]:
    first, *others = _mapping(value)
    return [f"- {first}", *(f"  {line}" for line in others)]
