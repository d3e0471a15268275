"""What changed lately: records that were written or updated in the last 90 days, newest first."""

from dataclasses import dataclass
from datetime import date, timedelta

from certfolio.model.message import Message, say, say_count
from certfolio.model.ordering import natural_key
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, link_to
from certfolio.records.record import Record
from certfolio.records.record_types import type_of

DAYS = 90
_SHOWN = 10
_FOLDED = 40


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record with the day it was written or last updated."""

    day: date
    what: Message
    noun: str
    record: RecordLink


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed records, newest first: some at once, more in a fold, and how many there are."""

    days: int
    amount: Message
    first: tuple[ChangedRecord, ...]
    more: tuple[ChangedRecord, ...]
    rest: int


def changes(edition: Edition) -> Changes:
    since = edition.as_of - timedelta(days=DAYS)
    found = [record for record in edition.graph.records if since <= _day(record) <= edition.as_of]
    found.sort(key=lambda record: (-_day(record).toordinal(), natural_key(record.id)))
    most = _SHOWN + _FOLDED
    return Changes(
        days=DAYS,
        amount=say_count("{number} record", "{number} records", len(found)),
        first=tuple(_changed(edition, record) for record in found[:_SHOWN]),
        more=tuple(_changed(edition, record) for record in found[_SHOWN:most]),
        rest=max(0, len(found) - most),
    )


def _changed(edition: Edition, record: Record) -> ChangedRecord:
    is_new = record.updated is None or record.updated <= record.created
    what = say("written") if is_new else say("updated")
    return ChangedRecord(_day(record), what, type_of(record).noun, link_to(edition, record))


def _day(record: Record) -> date:
    return max(record.updated or record.created, record.created)
