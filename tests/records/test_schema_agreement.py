"""A record type is written twice, as a JSON Schema and as a dataclass; both say the same."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from certfolio.intake.formats import FORMATS, format_checker
from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.records.part import Interval
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import RECORD_TYPES
from certfolio.records.reference import Reference

Schema = dict[str, Any]
Shape = str | tuple[object, ...]

FOLDER = Path(__file__).resolve().parents[2] / "schema"
SCHEMAS: dict[str, Schema] = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.schema.json"))
}
SHARED: dict[str, Schema] = SCHEMAS["definitions"]["$defs"]
NOT_WRITTEN_BY_AUTHORS = {"prose", "extra", "origin"}
PLAIN: dict[object, str] = {
    str: "text",
    date: "date",
    int: "integer",
    float: "number",
    bool: "boolean",
    ClauseRef: "clause",
}
SHARED_SHAPES = {
    **dict.fromkeys(("text", "title", "id", "language", "sha256", "file_path"), "text"),
    **{name: name for name in ("date", "clause", "standard", "interval")},
}
PART_NAMES = {"FileEntry": "file"}

every_type = pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)


def part_name(part: type) -> str:
    """Return the name of a dataclass in `$defs`: ExtentAtSite is extent_at_site."""
    words = "".join(
        f"_{letter.lower()}" if letter.isupper() else letter for letter in part.__name__
    )
    return PART_NAMES.get(part.__name__, words.lstrip("_"))


def without_none(annotation: Any) -> Any:
    if get_origin(annotation) not in (Union, UnionType):
        return annotation
    (only,) = [choice for choice in get_args(annotation) if choice is not NoneType]
    return only


def shape_in_python(annotation: Any) -> Shape:
    """Return what a field holds, in the words that `shape_in_schema` uses too."""
    annotation = without_none(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return ("list of", shape_in_python(inner[0]))
    if origin is Annotated:
        mark = inner[1]
        return ("reference to", *mark.types) if isinstance(mark, Reference) else str(mark)
    if origin is Literal:
        return "interval" if inner == get_args(Interval) else ("one of", *inner)
    if annotation is Classification:
        return ("one of", *(level.value for level in Classification))
    return PLAIN.get(annotation) or ("part", part_name(annotation))


def shape_in_schema(schema: Schema) -> Shape:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name == "reference":
            return ("reference to", *schema["x-references"])
        if name == "classification":
            return shape_in_schema(SHARED[name])
        return SHARED_SHAPES.get(name) or ("part", name)
    if "enum" in schema:
        return ("one of", *schema["enum"])
    if schema["type"] == "array":
        return ("list of", shape_in_schema(schema["items"]))
    return "text" if schema["type"] == "string" else str(schema["type"])


def written_fields(record: type[Any]) -> list[Field[Any]]:
    return [field for field in fields(record) if field.name not in NOT_WRITTEN_BY_AUTHORS]


def fields_of(record: type[Any]) -> dict[str, Shape]:
    hints = get_type_hints(record, include_extras=True)
    return {field.name: shape_in_python(hints[field.name]) for field in written_fields(record)}


def required_of(record: type[Any]) -> set[str]:
    return {
        field.name
        for field in written_fields(record)
        if field.default is MISSING and field.default_factory is MISSING
    }


def parts_of(record: type[Any]) -> dict[str, type[Any]]:
    """Return the dataclasses that a record is made of, at any depth, by their schema name."""
    found: dict[str, type[Any]] = {}
    hints = get_type_hints(record, include_extras=True)
    for field in written_fields(record):
        annotation = without_none(hints[field.name])
        if get_origin(annotation) is tuple:
            annotation = get_args(annotation)[0]
        if (
            is_dataclass(annotation)
            and isinstance(annotation, type)
            and annotation is not ClauseRef
        ):
            found |= {part_name(annotation): annotation} | parts_of(annotation)
    return found


def objects() -> Iterator[tuple[str, Schema]]:
    """Yield every object of every schema with its name."""
    for name, schema in SCHEMAS.items():
        for part, inside in [("", schema), *schema.get("$defs", {}).items()]:
            if "properties" in inside:
                yield f"{name}.{part}".rstrip("."), inside


PROPERTIES = [
    (f"{where}.{name}", where.partition(".")[0], schema)
    for where, inside in objects()
    for name, schema in inside["properties"].items()
]
every_property = pytest.mark.parametrize(
    ("file", "schema"), [row[1:] for row in PROPERTIES], ids=[row[0] for row in PROPERTIES]
)


@pytest.fixture(scope="module")
def registry() -> Registry[Any]:
    return Registry().with_resources(
        (schema["$id"], DRAFT202012.create_resource(schema)) for schema in SCHEMAS.values()
    )


def test_a_record_type_is_told_from_all_others_by_name_folder_prefix_and_class() -> None:
    for column in ("name", "folder", "prefix", "noun", "plural", "record"):
        count = Counter(getattr(row, column) for row in RECORD_TYPES)
        assert [value for value, times in count.items() if times > 1] == [], column


def test_schemas_of_records_and_rows_of_the_table_belong_together() -> None:
    others = {"definitions", "portal", "catalogue"}
    assert set(SCHEMAS) - others == {row.name for row in RECORD_TYPES}


@every_type
def test_schema_and_dataclass_have_the_same_fields_of_the_same_kind(row: RecordType) -> None:
    properties = SCHEMAS[row.name]["properties"]
    assert {name: shape_in_schema(schema) for name, schema in properties.items()} == fields_of(
        row.record
    )


@every_type
def test_what_the_schema_requires_has_no_default(row: RecordType) -> None:
    assert set(SCHEMAS[row.name]["required"]) == required_of(row.record)


@every_type
def test_parts_of_a_record_agree_at_any_depth(row: RecordType) -> None:
    own = SCHEMAS[row.name].get("$defs", {})
    parts = parts_of(row.record)
    assert set(own) <= set(parts)
    for name, part in parts.items():
        schema = own.get(name) or SHARED[name]
        shapes = {key: shape_in_schema(value) for key, value in schema["properties"].items()}
        assert shapes == fields_of(part), name
        assert set(schema["required"]) == required_of(part), name


def test_an_interval_is_one_of_those_the_program_counts_with() -> None:
    accepts = FORMATS["interval"].accepts
    assert all(accepts(interval) for interval in get_args(Interval))
    assert not accepts("every-4-years")


def test_a_reference_points_to_record_types_that_exist() -> None:
    names = {row.name for row in RECORD_TYPES}
    for where, _, schema in PROPERTIES:
        for part in (schema, schema.get("items", {})):
            assert set(part.get("x-references", [])) <= names, where


@pytest.mark.parametrize(("where", "schema"), list(objects()), ids=[name for name, _ in objects()])
def test_a_misspelt_key_is_never_taken(where: str, schema: Schema) -> None:
    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False, where


@every_property
def test_a_property_explains_itself_with_examples_that_are_valid(
    file: str, schema: Schema, registry: Registry[Any]
) -> None:
    assert schema.get("title"), "a title for forms"
    assert schema.get("description", "").endswith("."), "a sentence for authors"
    assert schema.get("examples"), "an example"
    inside = {**schema, "$id": SCHEMAS[file]["$id"], "$defs": SCHEMAS[file].get("$defs", {})}
    validator = Draft202012Validator(inside, registry=registry, format_checker=format_checker())
    for example in schema["examples"]:
        assert [fault.message for fault in validator.iter_errors(example)] == []


@every_type
def test_the_example_of_an_id_begins_with_the_prefix_of_its_type(row: RecordType) -> None:
    for example in SCHEMAS[row.name]["properties"]["id"]["examples"]:
        assert example.startswith(f"{row.prefix}-")
