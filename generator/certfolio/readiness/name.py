"""Compares the names of people and firms as records spell them."""

import re
from functools import cache

_WORD = re.compile(r"\w+")
_LEGAL_FORMS = frozenset(
    {"ag", "bv", "co", "corp", "gmbh", "inc", "kg", "limited", "llc", "llp", "ltd", "nv", "plc"}
)


def is_named_in(name: str, other: str) -> bool:
    """Whether all words of a name stand in another, as `Example` in `EXAMPLE Consulting Ltd`.

    Case, punctuation, legal form and the order of words make no difference; initials alone, such as
    `N.N.`, name nobody.
    """
    words = _words(name)
    return len("".join(words)) > 2 and words <= _words(other)


@cache
def _words(name: str) -> frozenset[str]:
    words = frozenset(_WORD.findall(name.casefold()))
    return words - _LEGAL_FORMS or words
