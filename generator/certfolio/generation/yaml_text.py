"""Writes plain values as YAML of the simplest kind: block style, texts in double quotes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any


def yaml_text(fields: Mapping[str, Any]) -> str:
    """Return a mapping of texts, numbers, yes or no, lists and mappings as YAML."""
    return "\n".join(_lines(fields, "")) + "\n"


def _lines(fields: Mapping[str, Any], indent: str) -> list[str]:
    lines = []
    for key, value in fields.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{key}:", *_lines(value, f"{indent}  ")]
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            lines.append(f"{indent}{key}:")
            lines += _rows(value, indent)
        else:
            lines.append(f"{indent}{key}: {_plain(value)}")
    return lines


def _rows(rows: Sequence[Mapping[str, Any]], indent: str) -> list[str]:
    lines = []
    for row in rows:
        first, *rest = _lines(row, f"{indent}    ")
        lines += [f"{indent}  - {first.lstrip()}", *rest]
    return lines


def _plain(value: object) -> str:
    # JSON is YAML: numbers, true, texts in double quotes and lists in brackets
    return json.dumps(value, ensure_ascii=False)
