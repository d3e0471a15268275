"""The part of JSON Schema our schemas may use: which keywords there are and where schemas nest."""

from collections.abc import Iterator, Mapping
from typing import Any

from certfolio.intake.place import pointer

Schema = Mapping[str, Any]

# keywords that can fail; each has its words in `wording.WORDS`
ASSERTIONS = frozenset(
    {
        "type", "required", "additionalProperties", "enum", "const", "format", "pattern",
        "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
        "minItems", "maxItems", "uniqueItems", "oneOf", "anyOf", "if", "dependentRequired", "not",
        "minProperties", "maxProperties",
    }
)  # fmt: skip
_HOLDS_ONE = frozenset({"items", "not", "if", "then", "else", "additionalProperties"})
_HOLDS_LIST = frozenset({"allOf", "anyOf", "oneOf"})
_HOLDS_NAMED = frozenset({"properties", "$defs"})
_NOTES = frozenset(
    {
        "$schema", "$id", "$comment", "$ref", "title", "description", "examples", "default",
        "deprecated", "x-expected", "x-references",
    }
)  # fmt: skip
KEYWORDS = ASSERTIONS | _HOLDS_ONE | _HOLDS_LIST | _HOLDS_NAMED | _NOTES


def subschemas(schema: object, where: str = "") -> Iterator[tuple[str, Schema]]:
    """Return every schema inside a schema, itself first, with its pointer."""
    if not isinstance(schema, dict):
        return
    yield where, schema
    for keyword, value in schema.items():
        here = where + pointer(keyword)
        if keyword in _HOLDS_ONE:
            yield from subschemas(value, here)
        elif keyword in _HOLDS_LIST and isinstance(value, list):
            for number, part in enumerate(value):
                yield from subschemas(part, here + pointer(number))
        elif keyword in _HOLDS_NAMED and isinstance(value, dict):
            for name, part in value.items():
                yield from subschemas(part, here + pointer(name))


def inside(schema: object, fragment: str) -> object:
    """Return what a JSON pointer leads to inside a schema, None where it leads to nothing."""
    target = schema
    for part in fragment.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        target = target.get(name) if isinstance(target, dict) else None
    return target
