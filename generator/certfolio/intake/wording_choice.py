"""Words for schemas that offer alternatives or depend on a condition."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import ValidationError

from certfolio.intake.fault import Fault
from certfolio.intake.phrase import expected_of, kind_of, one_of
from certfolio.model.problem import Code, Problem

_DECIDING = frozenset({"type", "const", "enum"})


def alternatives(fault: Fault) -> list[ValidationError]:
    """Return the errors of the one alternative that was clearly meant; empty if none was."""
    branches: dict[object, list[ValidationError]] = defaultdict(list)
    for error in fault.error.context or ():
        branches[error.schema_path[0]].append(error)
    meant = [errors for errors in branches.values() if not any(map(_decides, errors))]
    is_missing_key = all(error.validator == "required" for errors in meant for error in errors)
    return meant[0] if len(meant) == 1 and not (is_missing_key and len(branches) > 1) else []


def _decides(error: ValidationError) -> bool:
    """Tell whether an error shows that another alternative was meant."""
    depth = len(error.relative_path)
    return error.validator in _DECIDING and depth <= (1 if error.validator == "const" else 0)


def none_fits(fault: Fault) -> Iterator[Problem]:
    """Say what could stand here; where alternatives are keys, which of them are missing."""
    offered = [fault.schemas.follow(schema) for schema in fault.wanted]
    keys = [schema["required"][0] for schema in offered if list(schema) == ["required"]]
    at = fault.places.of_key(fault.where)
    if len(keys) == len(offered) and not any(key in fault.value for key in keys):
        found = f"none of the keys {', '.join(keys)} is given"
        expected = fault.expected(one_of([f"{key}:" for key in keys]))
        fix = f"add {' or '.join(f'{key}:' for key in keys)}"
        yield fault.problem(found, Code.MISSING, expected, fix, at=at)
    elif not fault.error.context:
        expected = fault.expected(f"only one of: {_listed(offered)}")
        found = "this fits several alternatives at once"
        yield fault.problem(found, Code.RULE, expected, "keep one of them", at=at)
    else:
        expected = fault.expected(_listed(offered))
        found = f"found {kind_of(fault.value, fault.raw)}"
        yield fault.problem(found, Code.RULE, expected, f"write {expected}")


def _listed(offered: list[Any]) -> str:
    return ", or ".join(expected_of(schema) for schema in offered)


def forbidden(fault: Fault) -> Iterator[Problem]:
    """Say that what is given must not be."""
    refused = fault.schemas.follow(fault.wanted)
    keys = [key for key in refused.get("required", ()) if key in fault.value]
    at = fault.places.of_key(fault.where)
    if keys:
        found = f"{' and '.join(f'{key}:' for key in keys)} cannot be given here"
        fix = f"remove {keys[-1]}:"
    else:
        found, fix = f"found {kind_of(fault.value, fault.raw)}", "write something else"
    expected = fault.expected("something else")
    yield fault.problem(found, Code.RULE, expected, fix, at=at)


def condition(schema: object, value: object) -> str:
    """Describe why an `if` holds, by the value's own words: status is done."""
    if not isinstance(schema, Mapping) or not isinstance(value, Mapping):
        return ""
    named = schema.get("properties", {})
    parts = [f"{key} is {one_of([value[key]])}" for key in named if key in value]
    parts += [f"{key} is given" for key in schema.get("required", ()) if key not in named]
    return " and ".join(parts)
