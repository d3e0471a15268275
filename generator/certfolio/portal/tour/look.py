"""Something to look at on a stop of the tour: a page, or a record chosen by a stated rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, link_to
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Look:
    """Something to look at: a page of the portal or a record, what to look for, why this one.

    Where there is nothing to open, `absent` says so and the rest is None.
    """

    page: Message | str | None = None
    href: str | None = None
    record: RecordLink | None = None
    look: Message | None = None
    chosen: Message | None = None
    absent: Message | None = None


def record_look(
    edition: Edition,
    kind: type[Record],
    record: Record | None,
    *,
    look: Message,
    chosen: Message,
    absent: Message,
) -> Iterator[Look]:
    """Show a record or that there is none; of a type that this edition leaves out say nothing."""
    if record is not None:
        yield look_at(edition, record, look, chosen)
    elif not _is_left_out(edition, kind):
        yield Look(absent=absent)


def look_at(edition: Edition, record: Record, look: Message, chosen: Message) -> Look:
    return Look(record=link_to(edition, record), look=look, chosen=chosen)


def _is_left_out(edition: Edition, kind: type[Record]) -> bool:
    name = next(row.name for row in RECORD_TYPES if row.record is kind)
    return name in edition.audience.leaves_out
