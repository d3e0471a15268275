"""The order in which the register of a record type shows its records."""

from collections.abc import Iterable

from certfolio.model.ordering import natural_key
from certfolio.portal.edition import Edition
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import RECORD_TYPES, type_of
from certfolio.records.soa_entry import SoaEntry


def register_order(edition: Edition, row: RecordType) -> tuple[Record, ...]:
    """Return the records of a type: by number, the statement of applicability by its controls."""
    records: tuple[Record, ...] = edition.graph.all(row.record)
    if row.record is SoaEntry:
        return tuple(sorted(edition.graph.all(SoaEntry), key=lambda entry: entry.control.sort_key))
    return records


def in_register_order(records: Iterable[Record]) -> list[Record]:
    """Return records of several types: type by type as the steps go, in each by number."""
    places = {row: place for place, row in enumerate(RECORD_TYPES)}
    return sorted(records, key=lambda record: (places[type_of(record)], natural_key(record.id)))
