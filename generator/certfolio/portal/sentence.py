"""Sentences of the rules: what they name by its id leads to its page, clauses by their name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from certfolio.model.clause import ClauseRef
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import clause_link, standard_link
from certfolio.readiness.rule_table import RULES

_CLAUSE = r"(?P<clause>[a-z][a-z0-9-]*:[A-Z0-9]+(?:\.[A-Z0-9]+)*)"
_RECORD = r"(?P<record>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+(?:\.[A-Z0-9]+)*)+)"
_STANDARD = r"(?P<standard>[a-z]+(?:-[a-z0-9]+)+)"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SAMPLE = date(2026, 10, 5)
_RULE_IDS = frozenset(rule.id for rule in RULES)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence; `title` says what it names, `is_whole` that no line ends in it."""

    text: str
    href: str | None = None
    title: str | None = None
    is_whole: bool = False


Sentence = tuple[Piece, ...]


def sentence(edition: Edition, text: str) -> Sentence:
    """Say a text in the language of the portal, cut at dates and at ids that have a page."""
    return tuple(_pieces(edition, edition.language.text(text)))


def _pieces(edition: Edition, text: str) -> Iterator[Piece]:
    begins = 0
    for found in _named_parts(edition.language.short_day(_SAMPLE)).finditer(text):
        piece = _named(edition, found)
        if piece is not None:
            if found.start() > begins:
                yield Piece(text[begins : found.start()])
            yield piece
            begins = found.end()
    if begins < len(text):
        yield Piece(text[begins:])


@cache
def _named_parts(day: str) -> re.Pattern[str]:
    """Return what finds all that is named in a sentence, given a day as the language writes it."""
    shape = "".join(map(_shape, re.findall(r"[0-9]+|[^\W\d_]+|.", day)))
    return re.compile(rf"\b(?:{_CLAUSE}|{_RECORD}|{_STANDARD}|(?P<date>{_DATE}|{shape}))\b")


def _shape(part: str) -> str:
    if part.isdigit():
        return "[0-9]{4}" if len(part) == 4 else "[0-9]{1,2}"
    return r"[^\W\d_]+" if part.isalpha() else re.escape(part)


def _named(edition: Edition, found: re.Match[str]) -> Piece | None:
    text = found.group()
    match found.lastgroup:
        case "record":
            return _record(edition, text)
        case "clause":
            return _clause(edition, text)
        case "standard":
            link = standard_link(edition, text)
            return Piece(link.name, link.href) if link.href else None
        case _:
            return Piece(text, is_whole=True)


def _record(edition: Edition, id: str) -> Piece | None:
    if id in _RULE_IDS:
        return Piece(id, address.rule(id), is_whole=True)
    record = edition.graph.find(id)
    if record is None:
        return None
    return Piece(id, address.record(id), record.title, is_whole=True)


def _clause(edition: Edition, text: str) -> Piece | None:
    link = clause_link(edition, ClauseRef.parse(text))
    return Piece(f"{link.standard} {link.number}", link.href, link.title) if link.href else None
