"""Finds what is wrong with a schema itself, before any record is judged by it."""

import re
from collections.abc import Iterator, Mapping

from jsonschema import Draft202012Validator

from certfolio.intake.formats import FORMATS
from certfolio.intake.parsed import Parsed
from certfolio.intake.phrase import did_you_mean
from certfolio.intake.place import pointer
from certfolio.intake.schema_keyword import KEYWORDS, Schema, inside, subschemas
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

_EXPECTED = "a JSON Schema, draft 2020-12, that stays inside this folder"
_FIX = "restore the schema as it was shipped, or repair what is named here"
_META = Draft202012Validator(Draft202012Validator.META_SCHEMA)
_UNBOUNDED = re.compile(r"[*+]|\{[0-9]*,\}")


def schema_problem(location: Location, found: str, fix: str = _FIX) -> Problem:
    """Return a problem of the set-up at a place in a schema."""
    return Problem(location, found, Code.SCHEMA, _EXPECTED, fix)


def check_schema(file: Parsed) -> list[Problem]:
    """Judge one schema by itself: its grammar, keywords, formats and patterns."""
    broken = {pointer(*error.absolute_path) for error in _META.iter_errors(file.value)}
    if broken:
        return [
            schema_problem(file.places.of(where), "JSON Schema does not allow this")
            for where in sorted(broken)
        ]
    return [
        schema_problem(file.places.of_key(where + pointer(keyword)), found, fix or _FIX)
        for where, schema in subschemas(file.value)
        for keyword, found, fix in _faults(schema)
    ]


def _faults(schema: Schema) -> Iterator[tuple[str, str, str | None]]:
    """Return keyword, words and fix of what a single schema does wrong."""
    for keyword in schema:
        if keyword not in KEYWORDS:
            yield (
                keyword,
                f"the keyword {shown(keyword)} is not one this program knows",
                (did_you_mean(keyword, sorted(KEYWORDS))),
            )
    name = schema.get("format")
    if name is not None and name not in FORMATS:
        yield (
            "format",
            f"the format {shown(name)} is not known",
            (did_you_mean(name, sorted(FORMATS)) or f"use one of {', '.join(FORMATS)}"),
        )
    pattern = schema.get("pattern")
    if pattern is not None:
        reason = pattern_fault(pattern)
        if reason:
            yield "pattern", f"the pattern {shown(pattern)} {reason}", "write a simpler pattern"


def pattern_fault(pattern: str) -> str | None:
    """Say why a pattern must not be used: unreadable, or slow for ever on a long text."""
    try:
        re.compile(pattern)
    except re.error:
        return "cannot be read"
    return (
        "repeats a group that repeats inside, which can take for ever" if _nests(pattern) else None
    )


def _nests(pattern: str) -> bool:
    """Tell whether an unbounded repetition holds another one; classes are stepped over."""
    bare = re.sub(r"\\.", "x", pattern)
    bare = re.sub(r"\[\^?\]?[^\]]*\]", "x", bare)
    repeats = [False]
    index = 0
    while index < len(bare):
        if bare[index] == "(":
            repeats.append(False)
        elif bare[index] == ")":
            inner = repeats.pop()
            if inner and _UNBOUNDED.match(bare, index + 1):
                return True
            repeats[-1] = repeats[-1] or inner
        elif _UNBOUNDED.match(bare, index):
            repeats[-1] = True
        index += 1
    return False


def check_references(
    file: Parsed, schema: Schema, schemas: Mapping[str, Schema], suffix: str
) -> list[Problem]:
    """Find every `$ref` that leads to nothing in the folder, and those that go round in circles."""
    return [
        schema_problem(
            file.places.of(f"{where}/$ref"),
            f"the reference {shown(part['$ref'])} {reason}",
            "refer to a schema of this folder, such as definitions.schema.json#/$defs/date",
        )
        for where, part in subschemas(schema)
        if isinstance(part.get("$ref"), str)
        for reason in [_reference_fault(part["$ref"], schemas, suffix)]
        if reason
    ]


def _reference_fault(reference: str, schemas: Mapping[str, Schema], suffix: str) -> str | None:
    seen: set[str] = set()
    while True:
        if reference in seen:
            return "leads back to itself"
        seen.add(reference)
        target = _target(reference, schemas, suffix)
        if not isinstance(target, dict):
            return "leads to nothing in this folder"
        if not isinstance(target.get("$ref"), str):
            return None
        reference = target["$ref"]


def _target(reference: str, schemas: Mapping[str, Schema], suffix: str) -> object:
    file, _, fragment = reference.partition("#")
    if not file.endswith(suffix) or (fragment and not fragment.startswith("/")):
        return None
    return inside(schemas.get(file.removesuffix(suffix)), fragment)
