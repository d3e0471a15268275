"""What policies and documents have in common as controlled documents (clause 7.5)."""

from dataclasses import dataclass
from datetime import date

from certfolio.records.part import FileEntry, Interval
from certfolio.records.record import Record
from certfolio.records.reference import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlledDocument(Record):
    """A document with a version, an approval and a date of review; only an effective one counts.

    `text_from` names one of its `files` whose text is shown on its page.
    """

    number: str
    version: str
    author: PersonId | None = None
    approved_by: PersonId | None = None
    approved_on: date | None = None
    effective_on: date | None = None
    next_review: date | None = None
    review_interval: Interval | None = None
    reviewed_on: date | None = None
    retention: str
    files: tuple[FileEntry, ...] = ()
    text_from: str | None = None
    location: str | None = None
    change_summary: str | None = None
    distribution: str | None = None
    training_needed: bool = False
