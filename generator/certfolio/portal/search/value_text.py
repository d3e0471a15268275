"""Says the value of a field as plain words, as its page shows it."""

from collections.abc import Iterable, Iterator

from certfolio.portal.edition import Edition
from certfolio.portal.link import ClauseLink, FileLink, RecordLink, StandardLink
from certfolio.portal.value import Field, Items, Part, Table, Text, Value
from certfolio.records.person import Person


def field_words(edition: Edition, fields: Iterable[Field]) -> Iterator[str]:
    """Yield what fields say; what this edition leaves out says nothing at all."""
    for field in fields:
        yield from value_words(edition, field.value)


def value_words(edition: Edition, value: Value) -> Iterator[str]:
    """Yield the words of a value: of other records the id, of people the name too."""
    match value:
        case Text():
            yield edition.language.shown(value.text)
        case Items():
            for item in value.items:
                yield from value_words(edition, item)
        case Table():
            for cell in (cell for row in value.rows for cell in row if cell is not None):
                yield from value_words(edition, cell)
        case Part():
            yield from field_words(edition, value.fields)
        case RecordLink():
            yield from _record_words(edition, value)
        case ClauseLink():
            yield f"{value.standard} {value.number}"
        case StandardLink():
            yield value.name
        case FileLink():
            # files are a place of their own
            return


def _record_words(edition: Edition, link: RecordLink) -> Iterator[str]:
    if link.id is None:
        return
    yield link.id
    if isinstance(edition.graph.find(link.id), Person):
        yield link.title
