"""The index of everything, by title and by number, for readers without search."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import say
from certfolio.model.ordering import natural_key
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, link_to
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES, type_of


@dataclass(frozen=True, slots=True)
class ExhibitEntry:
    """A record in the index, with what sort of thing it is."""

    record: RecordLink
    noun: str


@dataclass(frozen=True, slots=True)
class ExhibitGroup:
    """Entries under a letter or under a record type; `anchor` is its place on the page."""

    label: str
    anchor: str
    entries: tuple[ExhibitEntry, ...]


@dataclass(frozen=True, slots=True)
class ExhibitsView:
    """Every record twice: by the first letter of its title, and by its number."""

    title: str
    letters: tuple[ExhibitGroup, ...]
    numbers: tuple[ExhibitGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    view = ExhibitsView(say("Exhibits A–Z"), tuple(_letters(edition)), tuple(_numbers(edition)))
    yield Page(address.EXHIBITS, "exhibits.html", view)


def _letters(edition: Edition) -> Iterator[ExhibitGroup]:
    groups: dict[str, list[Record]] = {}
    for record in sorted(edition.graph.records, key=_by_title):
        groups.setdefault(_letter(record.title), []).append(record)
    for letter in sorted(groups):
        anchor = f"letter-{letter.lower() if letter.isalpha() else 'other'}"
        yield ExhibitGroup(letter, anchor, _entries(edition, groups[letter]))


def _numbers(edition: Edition) -> Iterator[ExhibitGroup]:
    for row in RECORD_TYPES:
        records = edition.graph.all(row.record)
        if records:
            yield ExhibitGroup(row.plural, f"type-{row.name}", _entries(edition, list(records)))


def _entries(edition: Edition, records: list[Record]) -> tuple[ExhibitEntry, ...]:
    return tuple(ExhibitEntry(link_to(edition, r), type_of(r).noun) for r in records)


def _by_title(record: Record) -> tuple[object, ...]:
    return natural_key(_plain(record.title)), record.title, record.id


def _letter(title: str) -> str:
    """Return the letter A to Z that a title begins with, # for all that begin otherwise."""
    first = _plain(title)[:1].upper()
    return first if first.isascii() and first.isalpha() else "#"


def _plain(title: str) -> str:
    """Take accents off, so that Über stands beside Uber."""
    parts = unicodedata.normalize("NFKD", title.strip())
    return "".join(part for part in parts if not unicodedata.combining(part))
