"""JSON Schema 2020-12 with the three places tightened where it is laxer than an author expects."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern so that a final $ means the end and \\d means 0 to 9."""
    ended = f"{pattern[:-1]}\\Z" if pattern.endswith("$") and pattern[-2:] != "\\$" else pattern
    return re.compile(ended, re.ASCII)


def _pattern(_: Validator, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    if isinstance(instance, str) and not _compiled(pattern).search(instance):
        yield ValidationError("")


def _if(
    validator: Any, condition: object, instance: object, schema: dict[str, object]
) -> Iterator[ValidationError]:
    """Keep the errors of a branch together, so that they can be told with their condition."""
    branch = "then" if validator.evolve(schema=condition).is_valid(instance) else "else"
    if branch in schema:
        errors = list(validator.descend(instance, schema[branch], schema_path=branch))
        if errors:
            yield ValidationError("", context=errors)


def _is_integer(_: object, instance: object) -> bool:
    return isinstance(instance, int) and not isinstance(instance, bool)


OurValidator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    validators={"pattern": _pattern, "if": _if},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)
