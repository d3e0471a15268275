"""Finds sentences in which the organization says of itself that it is certified or accredited."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")
_SPACE = re.compile(r"\s+")
_ISO = r"iso(?:\s*/\s*iec)?[\s-]*\d{4,5}(?:[-:]\d+)*"
_VERB = r"(?:are|is|am|have been|has been|were|was|became|become)"
_SYSTEM = r"(?:management system|quality system|company|organi[sz]ation|firm|manufacturer|business)"
_OURS = rf"our (?:\w+ ){{0,3}}(?:{_SYSTEM}|sites|isms|qms)"
_ASIDE = r"(?: (?:already|also|now|both|all|fully|currently|today|an?|the))?"
# A sentence that speaks of a plan, a condition or the contrary claims nothing.
_CONDITION = re.compile(
    r"\b(?:until|once|when|if|whether|before|unless|as soon as)\b"
    r"|\b(?:planned|apply|applied|wants?|aims?)\b"
)
_CONTRARY = re.compile(
    r"\b(?:not|never|no|nobody|nor|will|would|may|must|shall|should|to be|yet)\b"
)
# A laboratory may well be accredited, to standards of its own.
_LABORATORY = re.compile(r"\b(?:17025|17020|15189|17034|laborator\w*|calibrat\w*|inspection)\b")


def claims(text: str, word: str, names: Iterable[str]) -> Iterator[str]:
    """Yield each sentence that claims the word, `certified` or `accredited`, for the organization.

    `names` are what the organization is called. Only English sentences are understood.
    """
    if word not in text.casefold():
        return
    pattern = _pattern(word, tuple(names))
    for part in _SENTENCE_END.split(text):
        sentence = _SPACE.sub(" ", part).strip()
        plain = sentence.casefold().replace("’", "'")
        found = pattern.search(plain)
        if found is None or _CONDITION.search(plain) or _CONTRARY.search(plain[: found.end()]):
            continue
        if word == "certified" or not _LABORATORY.search(plain):
            yield sentence


def standards_in(sentence: str) -> frozenset[str]:
    """Return the numbers of standards that a sentence names, such as 9001 or 20000-1."""
    found = re.findall(r"\biso(?:\s*/\s*iec)?[\s-]*(\d{4,5}(?:-\d)?)", sentence.casefold())
    return frozenset(found)


@cache
def _pattern(word: str, names: tuple[str, ...]) -> re.Pattern[str]:
    called = "|".join(re.escape(name.casefold()) for name in names if name.strip())
    subject = rf"(?:we|{_OURS}{'|' + called if called else ''})"
    is_so = rf"\b{subject}{_ASIDE} {_VERB}{_ASIDE} (?:{_ISO}[- ])?{word}\b"
    is_called = rf"\bas an? (?:{_ISO}[- ])?{word} {_SYSTEM}\b"
    is_ours = rf"\bour (?:{_ISO}[- ])?{word} (?:\w+ ){{0,2}}{_SYSTEM}\b"
    return re.compile(rf"{is_so}|{is_called}|{is_ours}|\bwe're {word}\b")
