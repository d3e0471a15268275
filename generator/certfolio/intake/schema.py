"""Loads the folder of JSON Schemas and holds one reused validator for each.

Nothing is ever fetched: a `$ref` that leads out of the folder is a problem of the set-up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

from referencing import Registry
from referencing.jsonschema import DRAFT202012

from certfolio.intake.formats import format_checker
from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source
from certfolio.intake.schema_check import check_references, check_schema, schema_problem
from certfolio.intake.schema_dialect import OurValidator
from certfolio.intake.schema_keyword import Schema, inside, subschemas
from certfolio.model.location import Location
from certfolio.model.problem import Problem

SUFFIX = ".schema.json"


@dataclass(frozen=True, slots=True)
class SchemaSet:
    """All schemas by name (`risk` for risk.schema.json); unusable while it has problems.

    Every `$ref` is written in full, as file name and fragment, so it means the same everywhere.
    """

    schemas: Mapping[str, Schema]
    problems: tuple[Problem, ...] = ()
    validators: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def validator(self, name: str) -> Any:
        """Return the validator for a schema, always the same one."""
        return self.validators[name]

    def follow(self, schema: Schema) -> Schema:
        """Return a schema with what its `$ref` says; its own words win."""
        while "$ref" in schema:
            file, _, fragment = schema["$ref"].partition("#")
            target = cast("Schema", inside(self.schemas[file.removesuffix(SUFFIX)], fragment))
            schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def at(self, name: str, path: "list[str | int]") -> Schema:
        """Return the schema for a place inside a record, empty where the schema does not tell."""
        schema = self.follow(self.schemas[name])
        for part in path:
            if isinstance(part, int):
                part_schema = schema.get("items", {})
            else:
                part_schema = schema.get("properties", {}).get(part, {})
            schema = self.follow(part_schema) if isinstance(part_schema, dict) else {}
        return schema


def load_schemas(folder: Path) -> SchemaSet:
    """Read all *.schema.json of a folder; what is wrong with them is in `problems`."""
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        found = "no schemas are here"
        return SchemaSet({}, (schema_problem(Location(folder.name), found),))
    parsed, problems = _read(files)
    for file in parsed.values():
        problems += check_schema(file)
    names = _addresses(parsed)
    schemas = {name: _absolute(file, f"{name}{SUFFIX}", names) for name, file in parsed.items()}
    for name, file in parsed.items():
        problems += check_references(file, schemas[name], schemas, SUFFIX)
    if problems:
        return SchemaSet(schemas, tuple(sorted(problems, key=lambda problem: problem.sort_key)))
    return SchemaSet(schemas, (), _validators(schemas))


def _read(files: list[Path]) -> tuple[dict[str, Parsed], list[Problem]]:
    parsed: dict[str, Parsed] = {}
    problems: list[Problem] = []
    for file in files:
        result = read_source(f"{file.parent.name}/{file.name}", file.read_bytes())
        if isinstance(result, list):
            problems += [
                schema_problem(problem.location, problem.found, problem.fix) for problem in result
            ]
        elif not isinstance(result.value, dict):
            problems.append(schema_problem(result.places.of(""), "a schema that is no mapping"))
        else:
            parsed[file.name.removesuffix(SUFFIX)] = result
    return parsed, problems


def _addresses(parsed: Mapping[str, Parsed]) -> dict[str, str]:
    """Return the file name every address of a schema stands for."""
    addresses = {}
    for name, file in parsed.items():
        addresses[f"{name}{SUFFIX}"] = f"{name}{SUFFIX}"
        identity = cast("dict[str, Any]", file.value).get("$id")
        if isinstance(identity, str):
            addresses[identity] = f"{name}{SUFFIX}"
    return addresses


def _absolute(file: Parsed, own: str, addresses: Mapping[str, str]) -> Schema:
    """Return the schema without its `$id`, every `$ref` written in full."""
    value = cast("dict[str, Any]", file.value)
    base = value.get("$id", own)
    for _, part in subschemas(value):
        reference = part.get("$ref")
        if isinstance(reference, str):
            address, _, fragment = urljoin(str(base), reference).partition("#")
            cast("dict[str, Any]", part)["$ref"] = f"{addresses.get(address, address)}#{fragment}"
    return {key: part for key, part in value.items() if key != "$id"}


def _validators(schemas: Mapping[str, Schema]) -> dict[str, Any]:
    registry: Registry[Any] = Registry().with_resources(
        (f"{name}{SUFFIX}", DRAFT202012.create_resource(schema)) for name, schema in schemas.items()
    )
    checker = format_checker()
    return {
        name: OurValidator(schema, registry=registry, format_checker=checker)
        for name, schema in schemas.items()
    }
