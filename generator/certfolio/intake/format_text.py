"""Digests, languages, addresses, intervals and text that can be seen."""

import re
import unicodedata
from typing import get_args

from certfolio.intake.format import Advice, Format
from certfolio.intake.format_name import nearest
from certfolio.records.part import Interval

ADDRESS_LIMIT = 2_000

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
_WEB = re.compile(rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][!#-;=?-\[\]_a-z~]*)?")
_MAIL = re.compile(rf"mailto:[A-Za-z0-9.!#$%&*+=?^_{{|}}~-]+@{_HOST}")
_INTERVALS: tuple[str, ...] = get_args(Interval)
# drawn as nothing although Unicode calls them letters or symbols
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_EVERY = {
    "day": "daily",
    "week": "weekly",
    "month": "monthly",
    "quarter": "quarterly",
    "year": "yearly",
}
_NUMBERED = {"1": "yearly", "2": "every-2-years", "3": "every-3-years", "6": "half-yearly"}


def is_visible(text: str) -> bool:
    """Tell whether at least one character would be seen on a page."""
    return any(
        unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK for letter in text
    )


def is_web_address(text: str) -> bool:
    """Tell whether the text is an http, https or mailto address without a user name in it."""
    if len(text) > ADDRESS_LIMIT:
        return False
    return _WEB.fullmatch(text) is not None or _MAIL.fullmatch(text) is not None


def _advise_sha256(text: str) -> Advice:
    meant = text.strip().lower().removeprefix("sha256:").strip()
    if _SHA256.fullmatch(meant):
        return Advice(value=meant)
    return Advice(f"it has {len(text)} characters" if len(text) != 64 else "")


def _advise_language(text: str) -> Advice:
    parts = text.strip().replace("_", "-").split("-")
    tail = [part.title() if len(part) == 4 else part.upper() for part in parts[1:]]
    meant = "-".join([parts[0].lower(), *tail])
    return Advice(value=meant if _LANGUAGE.fullmatch(meant) else None)


def _advise_address(text: str) -> Advice:
    plain = text.strip()
    proposals = (plain, f"mailto:{plain}", f"https://{plain}", plain.replace(" ", "%20"))
    return Advice(value=next((meant for meant in proposals if is_web_address(meant)), None))


def _advise_interval(text: str) -> Advice:
    plain = text.strip().lower()
    match = re.fullmatch(r"(?:every )?([1236])[- ]?(years?|months?)", plain)
    if match and (match[2].startswith("year") == (match[1] != "6")):
        return Advice(value=_NUMBERED[match[1]])
    every = re.fullmatch(r"(?:every|each|once a|per) ([a-z]+)", plain)
    if every and every[1] in _EVERY:
        return Advice(value=_EVERY[every[1]])
    if plain in {"annual", "annually", "12 months"}:
        return Advice(value="yearly")
    return nearest(lambda: list(_INTERVALS))(text)


FORMATS = (
    Format(
        "sha256",
        "a SHA-256 digest",
        "64 digits 0 to 9 and a to f, in lower case",
        lambda text: _SHA256.fullmatch(text) is not None,
        _advise_sha256,
    ),
    Format(
        "language-tag",
        "a language tag",
        "a language tag such as de or pt-BR",
        lambda text: _LANGUAGE.fullmatch(text) is not None,
        _advise_language,
    ),
    Format(
        "web-address",
        "a web address",
        "an address that starts with https://, http:// or mailto:",
        is_web_address,
        _advise_address,
    ),
    Format(
        "visible-text",
        "text that can be seen",
        "at least one letter, digit or sign",
        is_visible,
        lambda _: Advice(),
    ),
    Format(
        "interval",
        "an interval",
        f"one of {', '.join(_INTERVALS)}",
        _INTERVALS.__contains__,
        _advise_interval,
    ),
)
