"""The order in which the register of a record type shows its records."""

from certfolio.portal.edition import Edition
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.soa_entry import SoaEntry


def register_order(edition: Edition, row: RecordType) -> tuple[Record, ...]:
    """Return the records of a type: by number, the statement of applicability by its controls."""
    records: tuple[Record, ...] = edition.graph.all(row.record)
    if row.record is SoaEntry:
        return tuple(sorted(edition.graph.all(SoaEntry), key=lambda entry: entry.control.sort_key))
    return records
