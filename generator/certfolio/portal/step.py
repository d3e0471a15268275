"""The seven steps of certification and where each stands, in facts."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import LongDay, Message, say, say_count
from certfolio.portal import address, labels, wording
from certfolio.portal.edition import Edition
from certfolio.portal.status import Status
from certfolio.portal.step_date import DATES, dates_in
from certfolio.readiness.step import STEPS
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import RECORD_TYPES

BASIS = 0
"""The number that record types carry on which all steps stand."""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many records of a type have a status."""

    status: Status
    amount: int


@dataclass(frozen=True, slots=True)
class StepFact:
    """One record type of a step: how many there are, by status, and its dates in words."""

    label: Message
    href: str
    amount: Message
    statuses: tuple[StatusCount, ...]
    dates: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step with a fact for each of its record types; what all steps stand on has no number."""

    number: int | None
    name: Message
    facts: tuple[StepFact, ...]


def steps(edition: Edition) -> tuple[Step, ...]:
    """Return the seven steps, then what all of them stand on."""
    numbered = (Step(s.number, s.title, step_facts(edition, s.number)) for s in STEPS)
    return (*numbered, Step(None, say("What all steps stand on"), step_facts(edition, BASIS)))


def step_facts(edition: Edition, step: int) -> tuple[StepFact, ...]:
    """Return the facts about the record types of one step."""
    return tuple(
        _fact(edition, row)
        for row in RECORD_TYPES
        if row.step == step and row.name not in edition.audience.leaves_out
    )


def _fact(edition: Edition, row: RecordType) -> StepFact:
    records = edition.graph.all(row.record)
    counts = Counter(record.status for record in records)

    def name(path: str) -> Message:
        return labels.label(edition.labels, row.name, path.partition(".")[0])

    return StepFact(
        label=row.plural,
        href=address.register(row.name),
        amount=wording.records(len(records)),
        statuses=tuple(StatusCount(Status(word), counts[word]) for word in sorted(counts)),
        dates=tuple(_dates(row, records, edition.as_of, name)),
    )


def _dates(
    row: RecordType, records: tuple[Record, ...], as_of: date, name: Callable[[str], Message]
) -> Iterator[Message]:
    known = DATES.get(row.name)
    if known is None:
        return
    past = [day for record in records for day in dates_in(record, known.happened) if day <= as_of]
    if past:
        yield say("{field}: latest {day}", field=name(known.happened), day=LongDay(max(past)))
    due = [
        day
        for record in records
        if record.status not in known.settled
        for day in dates_in(record, known.due)
    ]
    late = [day for day in due if day < as_of]
    if late:
        yield say_count(
            "{field}: {number} past, the oldest {day}",
            "{field}: {number} past, the oldest {day}",
            len(late),
            field=name(known.due),
            day=LongDay(min(late)),
        )
    coming = [day for day in due if day >= as_of]
    if coming:
        yield say("{field}: next {day}", field=name(known.due), day=LongDay(min(coming)))
