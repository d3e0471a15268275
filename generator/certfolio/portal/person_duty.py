"""Which people answer for something, and for what."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, link_to, record_link
from certfolio.records.record import Record


@dataclass(frozen=True, slots=True)
class Duty:
    """A person and the records this person owns."""

    person: RecordLink
    records: tuple[RecordLink, ...]


def owners(edition: Edition, records: Iterable[Record]) -> tuple[Duty, ...]:
    """Group records by the person who owns them; people in the order in which they first appear."""
    owned: dict[RecordLink, dict[RecordLink, None]] = {}
    for record in records:
        person = record_link(edition, record.owner)
        owned.setdefault(person, {})[link_to(edition, record)] = None
    return tuple(Duty(person, tuple(links)) for person, links in owned.items())
