"""What people owe: open findings and deadlines, by person and date, each thing once a day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say, say_count
from certfolio.model.ordering import natural_key
from certfolio.portal.edition import Edition
from certfolio.portal.finding_row import FindingRow, SubjectLink, finding_rows, subject_link
from certfolio.portal.link import RecordLink, record_link
from certfolio.readiness.gate import gravest_first

NOBODY = RecordLink(None, say("Nobody is named"), None)


@dataclass(frozen=True, slots=True)
class Owed:
    """Something to do, by a day or without one: what the records ask for, what the rules find."""

    day: date | None
    is_overdue: bool
    subject: SubjectLink
    asked: tuple[Message, ...]
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class OwedBy:
    """All that one person owes, earliest first; `later` is due after the audit period."""

    person: RecordLink
    anchor: str
    sentence: Message
    soon: tuple[Owed, ...]
    later: tuple[Owed, ...]


@dataclass(slots=True)
class _Heap:
    asked: list[Message] = field(default_factory=list)
    findings: list[ReadinessFinding] = field(default_factory=list)


_Key = tuple[date, str]


def owed_by(edition: Edition, owners: Iterable[str | None], person: RecordLink) -> OwedBy | None:
    """Return what is owed under these owners, None where nothing is."""
    heaps = _heaps(edition, owners)
    if not heaps:
        return None
    ends = edition.graph.settings.audit_period.ends
    order = sorted(heaps, key=lambda key: (key[0], natural_key(key[1])))
    rows = {key: _owed(edition, key, heaps[key]) for key in order}
    is_later = {key: ends < key[0] < date.max and not heaps[key].findings for key in order}
    return OwedBy(
        person=person,
        anchor=f"owner-{(person.id or person.title).lower().replace(' ', '-')}",
        sentence=_sentence(list(rows.values())),
        soon=tuple(rows[key] for key in order if not is_later[key]),
        later=tuple(rows[key] for key in order if is_later[key]),
    )


def all_owed(edition: Edition) -> tuple[OwedBy, ...]:
    """Return what everybody owes: first what nobody is named for, then person by person."""
    index = edition.findings
    groups: dict[RecordLink, list[str | None]] = {}
    for owner in {**index.open_by_owner, **index.deadlines_by_owner}:
        person = NOBODY if owner is None else record_link(edition, owner)
        groups.setdefault(person, []).append(owner)
    people = sorted(groups, key=lambda link: natural_key(link.id or ""))
    found = (owed_by(edition, groups[person], person) for person in people)
    return tuple(each for each in found if each is not None)


def _heaps(edition: Edition, owners: Iterable[str | None]) -> dict[_Key, _Heap]:
    """Gather by day and subject; what has no day comes last."""
    heaps: dict[_Key, _Heap] = {}
    for owner in owners:
        for deadline in edition.findings.deadlines_by_owner.get(owner, ()):
            heap = heaps.setdefault((deadline.day, deadline.record), _Heap())
            heap.asked.append(deadline.what)
        for finding in edition.findings.open_by_owner.get(owner, ()):
            key = (finding.due or date.max, finding.subject)
            heaps.setdefault(key, _Heap()).findings.append(finding)
    return heaps


def _owed(edition: Edition, key: _Key, heap: _Heap) -> Owed:
    day, subject = key
    return Owed(
        day=None if day == date.max else day,
        is_overdue=day < edition.as_of,
        subject=subject_link(edition, subject),
        asked=tuple(heap.asked),
        findings=finding_rows(edition, sorted(heap.findings, key=gravest_first)),
    )


def _sentence(rows: list[Owed]) -> Message:
    overdue = sum(row.is_overdue for row in rows)
    undated = sum(row.day is None for row in rows)
    entries = say_count("{number} entry", "{number} entries", len(rows))
    late = say_count("{number} overdue", "{number} overdue", overdue)
    never = say_count("{number} without a date", "{number} without a date", undated)
    if overdue and undated:
        return say("{entries}, {late}, {never}", entries=entries, late=late, never=never)
    if overdue:
        return say("{entries}, {late}", entries=entries, late=late)
    return say("{entries}, {late}", entries=entries, late=never) if undated else entries
