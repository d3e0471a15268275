"""What the page of every record shows, whatever its type."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from certfolio.model.prose import Heading
from certfolio.portal import address, labels, wording
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

    label: str
    records: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class RecordText:
    """A record's own text: safe HTML, its contents list, its language where it is another one."""

    html: Markup
    outline: tuple[Heading, ...]
    lang: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """The common part of a record page; `details` are the fields that nothing else shows."""

    id: str
    title: str
    noun: str
    register: str
    register_href: str
    status: Status
    classification: str
    owner: RecordLink
    created: str
    updated: str | None
    standards: tuple[StandardLink, ...]
    clauses: tuple[ClauseWhy, ...]
    links: tuple[LinkWhy, ...]
    details: tuple[Field, ...]
    text: RecordText | None
    backlinks: tuple[Backlinks, ...]
    citation: str
    source: str
    state_word: str | None
    findings: FindingList | None


def card(edition: Edition, record: Record, shown: frozenset[str] = frozenset()) -> Card:
    """Make the card of a record; `shown` names the fields that its page shows elsewhere."""
    row = type_of(record)
    return Card(
        id=record.id,
        title=record.title,
        noun=row.noun,
        register=row.plural,
        register_href=address.register(row.name),
        status=Status(record.status),
        classification=str(record.classification),
        owner=record_link(edition, record.owner),
        created=wording.day(record.created),
        updated=wording.day(record.updated) if record.updated else None,
        standards=tuple(standard_link(edition, id) for id in record.standards),
        clauses=tuple(ClauseWhy(clause_link(edition, s.clause), s.why) for s in record.clauses),
        links=tuple(LinkWhy(record_link(edition, link.to), link.why) for link in record.links),
        details=reader(edition, record).others(HEAD | shown),
        text=_text(edition, record),
        backlinks=_backlinks(edition, record),
        citation=citation(edition, record),
        source=record.origin.path,
        state_word=edition.state_word(record.id),
        findings=findings_about(edition, record.id),
    )


def citation(edition: Edition, record: Record) -> str:
    """Return the words by which a report names a record of this edition."""
    version = getattr(record, "version", None)
    dated: date = getattr(record, "dated", None) or record.updated or record.created
    which = f"version {version}" if version else wording.day(dated)
    return f"{record.id}, {record.title}, {which}, portal {edition.build_id}"


def _text(edition: Edition, record: Record) -> RecordText | None:
    if record.prose is None:
        return None
    html = safe_text(edition, record, record.prose)
    return RecordText(html, record.prose.outline, record.lang)


def _backlinks(edition: Edition, record: Record) -> tuple[Backlinks, ...]:
    """Group what links here by type and field; a record that names this one twice counts once."""
    groups: dict[str, dict[RecordLink, None]] = {}
    for link in edition.graph.links_to(record.id):
        source = edition.graph.record(link.source)
        row = type_of(source)
        label = f"{row.plural}: {labels.label(edition.labels, row.name, link.field)}"
        groups.setdefault(label, {})[record_link(edition, source.id)] = None
    return tuple(Backlinks(label, tuple(groups[label])) for label in sorted(groups))
