"""The statement of applicability: every control with its decision, its reason and its proof."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say, say_count, word
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import ClauseLink, RecordLink, clause_link, link_to, record_link
from certfolio.portal.status import Status
from certfolio.records.soa_entry import TYPE, SoaEntry


@dataclass(frozen=True, slots=True)
class SoaRow:
    """The decision on one control."""

    control: ClauseLink
    entry: RecordLink
    decision: Message
    status: Status
    justification: str
    reasons: tuple[str, ...]
    implementation: str | None
    documents: tuple[RecordLink, ...]
    evidence: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class SoaGroup:
    """The controls of one theme."""

    theme: Message | None
    rows: tuple[SoaRow, ...]


@dataclass(frozen=True, slots=True)
class SoaView:
    """All decisions in the order of the controls, with the versions that they belong to."""

    title: str
    amount: Message
    versions: tuple[str, ...]
    groups: tuple[SoaGroup, ...]


def pages(edition: Edition) -> Iterator[Page]:
    entries = sorted(edition.graph.all(SoaEntry), key=lambda entry: entry.control.sort_key)
    applicable = sum(entry.applicable for entry in entries)
    view = SoaView(
        title=TYPE.plural,
        amount=say(
            "{controls}: {applicable} applicable, {others} not applicable",
            controls=_controls(len(entries)),
            applicable=applicable,
            others=len(entries) - applicable,
        ),
        versions=tuple(dict.fromkeys(entry.soa_version for entry in entries)),
        groups=tuple(_groups(edition, entries)),
    )
    yield Page(address.register(TYPE.name), "soa.html", view)


def _controls(amount: int) -> Message:
    if amount == 0:
        return say("no controls")
    return say_count("{number} control", "{number} controls", amount)


def _groups(edition: Edition, entries: list[SoaEntry]) -> Iterator[SoaGroup]:
    groups: dict[Message | None, list[SoaRow]] = {}
    for entry in entries:
        clause = edition.graph.standards.clause(entry.control)
        theme = clause.theme if clause else None
        groups.setdefault(_heading(theme), []).append(_row(edition, entry))
    for theme, rows in groups.items():
        yield SoaGroup(theme, tuple(rows))


def _heading(theme: str | None) -> Message | None:
    if theme is None:
        return None
    return say("{theme} controls", theme=word("theme", theme.capitalize()))


def _row(edition: Edition, entry: SoaEntry) -> SoaRow:
    return SoaRow(
        control=clause_link(edition, entry.control),
        entry=link_to(edition, entry),
        decision=word("state", "applicable" if entry.applicable else "not applicable"),
        status=Status(entry.status),
        justification=entry.justification,
        reasons=tuple(entry.reasons),
        implementation=entry.implementation,
        documents=tuple(record_link(edition, id) for id in entry.documents),
        evidence=tuple(record_link(edition, id) for id in entry.evidence),
    )
