"""Small pieces of sentences: what a value is, what was meant, what to write."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from certfolio.intake.formats import FORMATS
from certfolio.intake.place import Places, last_part
from certfolio.intake.scalar import plain_value
from certfolio.model.quoting import shown

_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/:+-]*[A-Za-z0-9._/+-])?")
_LONGEST_NAME = 100
_NOUNS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping: key: value lines",
    "null": "nothing",
}


def kind_of(value: object, raw: str | None = None) -> str:
    """Name what was found: the number 1.10, the text "x", a list, a mapping, nothing."""
    if value is None:
        return raw or "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {raw or value}"
    if isinstance(value, str):
        return f"the text {shown(value)}"
    return "a list" if isinstance(value, list) else "a mapping"


def quoted(value: object) -> str:
    """Show any value in a message."""
    return shown(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """Return the known name a misspelt one most likely means."""
    if len(name) > _LONGEST_NAME:
        return None
    plain = {_folded(option): option for option in known}
    folded = _folded(name)
    close = get_close_matches(folded, plain, n=1, cutoff=0.6)
    close = close or [option for option in plain if folded and option.startswith(folded)]
    return plain[close[0]] if len(close) == 1 else None


def _folded(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the fix for a misspelt name, None where nothing is near."""
    close = nearest_name(name, known)
    return f"did you mean {close}?" if close else None


def one_of(values: Sequence[object]) -> str:
    """List the values to choose from."""
    words = [value if isinstance(value, str) else json.dumps(value) for value in values]
    return words[0] if len(words) == 1 else f"one of {', '.join(words)}"


def entry(where: str, value: object, places: Places) -> str:
    """Return the key and value to write at a pointer, in the language of the file."""
    is_json = places.path.endswith(".json")
    written = json.dumps(value, ensure_ascii=False) if is_json else in_yaml(value)
    key = last_part(where)
    if not where or (key.isdecimal() and places.of_key(where) == places.of(where)):
        return written
    return f'"{key}": {written}' if is_json else f"{key}: {written}"


def in_yaml(value: object) -> str:
    """Return a value as an author would write it in YAML, quoted only where it has to be."""
    if isinstance(value, list):
        return f"[{', '.join(in_yaml(part) for part in value)}]"
    if isinstance(value, dict):
        pairs = (f"{in_yaml(key)}: {in_yaml(part)}" for key, part in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and ": " not in value:
        return value if plain_value(value) == value else f'"{value}"'
    return json.dumps(value, ensure_ascii=False)


def expected_of(schema: Mapping[str, Any]) -> str:
    """Describe what a schema accepts, in the schema author's own words where there are some."""
    if "x-expected" in schema:
        return str(schema["x-expected"])
    if "enum" in schema:
        return one_of(schema["enum"])
    if "const" in schema:
        return one_of([schema["const"]])
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]].expected
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return " or ".join(_NOUNS[kind] for kind in types) + _bounds(schema)
    if "required" in schema:
        return f"the key {' and '.join(schema['required'])}"
    return str(schema.get("description", "another value")).rstrip(".")


def _bounds(schema: Mapping[str, Any]) -> str:
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None:
        return f" from {least} to {most}"
    if least is not None:
        return f", at least {least}"
    return f", at most {most}" if most is not None else ""
