"""Judges where a link leads: within the text, to a file, to the outside, or to harm."""

import re
from enum import Enum

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OUTSIDE = re.compile(r"https?://[^/\\?#]|mailto:", re.IGNORECASE)
_HOST = re.compile(r"[/\\]{2}|\\")
# Browsers drop these inside an address or before it, so `java\tscript:` would run.
_INVISIBLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|^\s|\s$"
)


class Address(Enum):
    """The kinds of address; only the last is never let through."""

    EMPTY = "empty"
    FRAGMENT = "fragment"
    RELATIVE = "relative"
    OUTSIDE = "outside"
    UNSAFE = "unsafe"


def judge(address: str) -> Address:
    """Say which kind the address is, as a browser would read it.

    Outside are `http`, `https` and `mailto`; every other scheme, a host
    without a scheme (`//host`, `\\\\host`, `/\\host`) and invisible characters are unsafe.
    """
    if _INVISIBLE.search(address) or _HOST.match(address):
        return Address.UNSAFE
    if not address:
        return Address.EMPTY
    if address.startswith("#"):
        return Address.FRAGMENT
    if _SCHEME.match(address):
        return Address.OUTSIDE if _OUTSIDE.match(address) else Address.UNSAFE
    return Address.RELATIVE
