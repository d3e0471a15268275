"""What the page of every record shows, whatever its type."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from markupsafe import Markup

from certfolio.intake.markdown.numbering import numbers
from certfolio.model.message import Message, say
from certfolio.portal import labels, wording
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.finding_list import FindingList, findings_about
from certfolio.portal.link import (
    ClauseLink,
    RecordLink,
    StandardLink,
    clause_link,
    record_link,
    standard_link,
)
from certfolio.portal.markup import safe_text
from certfolio.portal.status import Status
from certfolio.portal.value import Field
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import Evidence
from certfolio.records.record import Record
from certfolio.records.record_types import type_of

HEAD = frozenset(
    [
        "id",
        "title",
        "status",
        "classification",
        "owner",
        "created",
        "updated",
        "standards",
        "clauses",
        "links",
    ]
)

SERVING = (ControlledDocument, Evidence)
"""Documents and proof: what says how a clause is met, and what shows that it is."""


@dataclass(frozen=True, slots=True)
class ClauseWhy:
    """A clause that a record serves, and why."""

    clause: ClauseLink
    why: str


@dataclass(frozen=True, slots=True)
class LinkWhy:
    """A record worth opening from here, and why."""

    record: RecordLink
    why: str


@dataclass(frozen=True, slots=True)
class Backlinks:
    """The records of one type that name this one in one of their fields."""

    label: Message
    records: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """A heading of a text with its number; it has none where its author numbered the text."""

    level: int
    number: str | None
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record's own text: safe HTML and its contents list."""

    html: Markup
    outline: tuple[NumberedHeading, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """The common part of a record page; `details` are the fields that nothing else shows.

    `serves` says that a record of this type is there for a clause, so that none is worth a word.
    `lang` is the language of the record's words where the page speaks another one.
    """

    id: str
    title: str
    noun: Message
    status: Status
    classification: Message
    lang: str | None
    owner: RecordLink
    created: date
    updated: date | None
    standards: tuple[StandardLink, ...]
    clauses: tuple[ClauseWhy, ...]
    serves: bool
    links: tuple[LinkWhy, ...]
    details: tuple[Field, ...]
    text: RecordText | None
    backlinks: tuple[Backlinks, ...]
    state_word: Message | None
    findings: FindingList | None


def card(edition: Edition, record: Record, shown: frozenset[str] = frozenset()) -> Card:
    """Make the card of a record; `shown` names the fields that its page shows elsewhere."""
    row = type_of(record)
    return Card(
        id=record.id,
        title=record.title,
        noun=row.noun,
        status=Status(record.status),
        classification=wording.LEVELS[record.classification],
        lang=edition.lang_of(record),
        owner=record_link(edition, record.owner),
        created=record.created,
        updated=record.updated,
        standards=tuple(standard_link(edition, id) for id in record.standards),
        clauses=tuple(ClauseWhy(clause_link(edition, s.clause), s.why) for s in record.clauses),
        serves=isinstance(record, SERVING),
        links=tuple(LinkWhy(record_link(edition, link.to), link.why) for link in record.links),
        details=reader(edition, record).others(HEAD | shown),
        text=_text(edition, record),
        backlinks=_backlinks(edition, record),
        state_word=edition.state_word(record.id),
        findings=findings_about(edition, record.id),
    )


def _text(edition: Edition, record: Record) -> RecordText | None:
    if record.prose is None:
        return None
    outline = record.prose.outline
    given = numbers(outline) if isinstance(record, ControlledDocument) else ()
    return RecordText(
        html=safe_text(edition, record, record.prose, given),
        outline=tuple(
            NumberedHeading(heading.level, number, heading.text, heading.anchor)
            for heading, number in zip_longest(outline, given)
        ),
    )


def _backlinks(edition: Edition, record: Record) -> tuple[Backlinks, ...]:
    """Group what links here by type and field; a record that names this one twice counts once."""
    groups: dict[Message, dict[RecordLink, None]] = {}
    for link in edition.graph.links_to(record.id):
        source = edition.graph.record(link.source)
        row = type_of(source)
        field = labels.label(edition.labels, row.name, link.field)
        label = say("{register}: {field}", register=row.plural, field=field)
        groups.setdefault(label, {})[record_link(edition, source.id)] = None
    return tuple(
        Backlinks(label, tuple(groups[label]))
        for label in sorted(groups, key=edition.language.text)
    )
