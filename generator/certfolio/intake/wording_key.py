"""Words for keys: missing, unknown, or missing because another one is there."""

from collections.abc import Iterator

from certfolio.intake.fault import Fault
from certfolio.intake.phrase import did_you_mean, entry, expected_of, one_of
from certfolio.intake.place import pointer
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

_LONGEST_EXAMPLE = 80


def missing(fault: Fault) -> Iterator[Problem]:
    """Say which keys are missing, each with what belongs there."""
    for key in fault.wanted:
        if key not in fault.value:
            yield _missing(fault, key)


def missing_beside(fault: Fault) -> Iterator[Problem]:
    """Say which keys are missing because of another key."""
    for given, needed in fault.wanted.items():
        for key in needed:
            if given in fault.value and key not in fault.value:
                yield _missing(fault, key, f", since {given} is given")


def _missing(fault: Fault, key: str, since: str = "") -> Problem:
    schema = fault.described_below(key)
    has_words = any(word in schema for word in ("x-expected", "enum", "const"))
    described = str(schema.get("description", "")).rstrip(".")
    expected = expected_of(schema) if has_words or not described else described
    found = f"the key {shown(key)} is missing{since}"
    at = fault.places.of_key(fault.where)
    return fault.problem(found, Code.MISSING, expected, add(fault, key), at=at)


def add(fault: Fault, key: str) -> str:
    """Return the fix that adds a key, with an example from the schema if it is short."""
    schema = fault.described_below(key)
    where = fault.where + pointer(key)
    if "enum" in schema:
        return f"add {key}: with {one_of(schema['enum'])}"
    examples = schema.get("examples") or []
    if examples:
        line = entry(where, examples[0], fault.places)
        if len(line) <= _LONGEST_EXAMPLE:
            return f"add a line such as {line}"
    return f"add {key}:"


def unknown(fault: Fault) -> Iterator[Problem]:
    """Say which keys are not known, and which one was probably meant."""
    known = list(fault.schema.get("properties", {}))
    for key in fault.value:
        if key not in known:
            expected = fault.schema.get("x-expected") or f"the keys {', '.join(known)}"
            yield fault.problem(
                f"the key {shown(key)} is not known here",
                Code.UNKNOWN_KEY,
                expected,
                did_you_mean(key, known) or "remove the line, or choose one of these keys",
                at=fault.places.of_key(fault.where + pointer(key)),
            )


def too_few_keys(fault: Fault) -> Iterator[Problem]:
    """Say that a mapping holds too few keys."""
    expected = fault.expected(f"at least {fault.wanted} keys")
    found = f"a mapping with {len(fault.value)} keys"
    yield fault.problem(found, Code.LENGTH, expected, "add what is missing")


def too_many_keys(fault: Fault) -> Iterator[Problem]:
    """Say that a mapping holds too many keys."""
    expected = fault.expected(f"at most {fault.wanted} keys")
    found = f"a mapping with {len(fault.value)} keys"
    yield fault.problem(found, Code.LENGTH, expected, "remove what is too much")
