"""Decides what an unquoted value means; nothing is guessed that an author did not write.

Only null, true, false, whole numbers and decimals are more than text. NO, 010, 12:30, 2024-01-01
and 1e5 stay text, so that a version or a time survives as it was typed.
"""

import re
from dataclasses import dataclass

DIGITS = 15
NUMBER_EXPECTED = f"a plain number of at most {DIGITS} digits, such as 12 or 0.5"

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAIN_START = frozenset("-+.0123456789")


@dataclass(frozen=True, slots=True)
class NumberRefused:
    """Why a number is not taken, and what to type instead."""

    found: str
    fix: str


def plain_value(text: str) -> object:
    """Return the value of an unquoted YAML scalar, or NumberRefused."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _PLAIN_START:
        return text
    if _NOT_FINITE.fullmatch(text):
        return NumberRefused(f"{text} is not a number", "write the number, or remove the line")
    return number(text)


def number(text: str) -> object:
    """Return the int or float a text stands for, NumberRefused if it is too long, else the text."""
    whole = _WHOLE.fullmatch(text)
    if whole is None and _DECIMAL.fullmatch(text) is None:
        return text
    if _digits(text) > DIGITS:
        return NumberRefused(
            f"a number of {_digits(text)} digits",
            "shorten it, or put it in quotes if it is a name or a code",
        )
    # -0 and -0.0 are pinned to zero, so that a sign never survives without a number
    return (int(text) if whole else float(text)) or (0 if whole else 0.0)


def _digits(text: str) -> int:
    """Count the digits that carry value; the zero of 0.5 does not."""
    return len(text.lstrip("-").removeprefix("0.").replace(".", ""))
