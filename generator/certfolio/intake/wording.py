"""Every schema keyword that can fail, with the function that finds its words.

The validator's own English is never shown.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from jsonschema import ValidationError

from certfolio.intake import wording_choice, wording_key, wording_type, wording_value
from certfolio.intake.fault import Fault
from certfolio.model.problem import Problem

Words = Callable[[Fault], Iterator[Problem]]


def _offered(fault: Fault) -> Iterator[Problem]:
    """Tell the errors of the alternative that was meant, or that none fits."""
    errors = wording_choice.alternatives(fault)
    return tell(fault, errors) if errors else wording_choice.none_fits(fault)


def _conditional(fault: Fault) -> Iterator[Problem]:
    """Tell the errors of a branch with the condition that leads there."""
    since = wording_choice.condition(fault.wanted, fault.value)
    is_then = all(error.schema_path[0] == "then" for error in fault.error.context or ())
    return tell(replace(fault, since=since if is_then else ""), fault.error.context or [])


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "type": wording_type.wrong_type,
        "required": wording_key.missing,
        "dependentRequired": wording_key.missing_beside,
        "additionalProperties": wording_key.unknown,
        "minProperties": wording_key.too_few_keys,
        "maxProperties": wording_key.too_many_keys,
        "enum": wording_value.not_a_choice,
        "const": wording_value.not_the_one,
        "format": wording_value.not_in_format,
        "pattern": wording_value.not_in_pattern,
        "minLength": wording_value.too_short,
        "maxLength": wording_value.too_long,
        "minimum": wording_value.too_low,
        "maximum": wording_value.too_high,
        "exclusiveMinimum": wording_value.not_above,
        "exclusiveMaximum": wording_value.not_below,
        "minItems": wording_value.too_few,
        "maxItems": wording_value.too_many,
        "uniqueItems": wording_value.repeated,
        "anyOf": _offered,
        "oneOf": _offered,
        "if": _conditional,
        "not": wording_choice.forbidden,
    }
)


def tell(context: Fault, errors: "list[ValidationError]") -> Iterator[Problem]:
    """Return the problems of several errors; those of one keyword at one place are told once."""
    told = set()
    for error in errors:
        once = (tuple(error.absolute_path), tuple(error.absolute_schema_path))
        if once not in told:
            told.add(once)
            yield from WORDS[str(error.validator)](replace(context, error=error))
