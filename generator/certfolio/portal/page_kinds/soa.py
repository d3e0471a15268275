"""The statement of applicability: every control with its decision, its reason and its proof."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.message import Message, say, say_count, word
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet, Option, facet
from certfolio.portal.left_out import left_out
from certfolio.portal.link import ClauseLink, RecordLink, clause_link, link_to, record_link
from certfolio.portal.record_facet import facet_of, family_facet, owner_facet, standard_facet
from certfolio.portal.sort_key import sort_key
from certfolio.portal.status import Status
from certfolio.portal.table_tool import Column, TableTool, column, table_tool
from certfolio.records.soa_entry import TYPE, SoaEntry


@dataclass(frozen=True, slots=True)
class SoaRow:
    """The decision on one control."""

    control: ClauseLink
    entry: RecordLink
    decision: str
    status: Status
    justification: str
    reasons: tuple[str, ...]
    implementation: str | None
    documents: tuple[RecordLink, ...]
    evidence: tuple[RecordLink, ...]


@dataclass(frozen=True, slots=True)
class SoaGroup:
    """The controls of one theme."""

    theme: str | None
    rows: tuple[SoaRow, ...]


@dataclass(frozen=True, slots=True)
class SoaView:
    """All decisions in the order of the controls, with the versions that they belong to."""

    title: str
    amount: Message
    versions: tuple[str, ...]
    groups: tuple[SoaGroup, ...]
    tool: TableTool


def pages(edition: Edition) -> Iterator[Page]:
    if address.register(TYPE.name) in left_out(edition):
        return
    groups = _groups(edition)
    # in the order of the page, which may put a theme together that the numbers part
    entries = [entry for _, among in groups for entry in among]
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
        groups=tuple(
            SoaGroup(theme, tuple(_row(edition, entry) for entry in among))
            for theme, among in groups
        ),
        tool=table_tool(
            edition,
            "statement-of-applicability",
            _columns(entries),
            _facets(edition, entries),
            headings=say("Theme"),
        ),
    )
    yield Page(address.register(TYPE.name), "soa.html", view)


def _controls(amount: int) -> Message:
    if amount == 0:
        return say("no controls")
    return say_count("{number} control", "{number} controls", amount)


def _groups(edition: Edition) -> list[tuple[Message | None, list[SoaEntry]]]:
    groups: dict[str | None, list[SoaEntry]] = {}
    entries = sorted(edition.graph.all(SoaEntry), key=lambda entry: entry.control.sort_key)
    for entry in entries:
        clause = edition.graph.standards.clause(entry.control)
        groups.setdefault(clause.theme if clause else None, []).append(entry)
    return [
        (say("{theme} controls", theme=word("theme", theme.capitalize())) if theme else None, among)
        for theme, among in groups.items()
    ]


def _columns(entries: Sequence[SoaEntry]) -> tuple[Column, ...]:
    return (
        column("control", say("Control"), (sort_key(e.control) for e in entries)),
        column("decision", say("Decision"), (sort_key(not e.applicable) for e in entries)),
        column("reason", say("Reason"), (sort_key(e.justification) for e in entries)),
        column("implementation", say("How it is in place"), map(_in_place, entries)),
        column(
            "proof",
            say("Documents and proof"),
            (sort_key(len(e.documents) + len(e.evidence)) for e in entries),
        ),
    )


def _in_place(entry: SoaEntry) -> tuple[object, ...] | None:
    return sort_key(entry.implementation)


def _facets(edition: Edition, entries: Sequence[SoaEntry]) -> tuple[Facet, ...]:
    decisions = [(_decision(entry),) for entry in entries]
    return (
        facet("decision", say("Decision"), say("none named"), decisions),
        facet_of(edition, entries, "status", say("Status")),
        facet_of(edition, entries, "reasons", say("Because of")),
        family_facet(edition, [[entry.control] for entry in entries]),
        standard_facet(edition, [[entry.control.standard] for entry in entries]),
        owner_facet(edition, entries),
    )


def _decision(entry: SoaEntry) -> Option:
    if entry.applicable:
        return Option("applicable", word("state", "applicable"), (0,))
    return Option("not-applicable", word("state", "not applicable"), (1,))


def _row(edition: Edition, entry: SoaEntry) -> SoaRow:
    return SoaRow(
        control=clause_link(edition, entry.control),
        entry=link_to(edition, entry),
        decision=_decision(entry).label,
        status=Status(entry.status),
        justification=entry.justification,
        reasons=tuple(word("value", reason) for reason in entry.reasons),
        implementation=entry.implementation,
        documents=tuple(record_link(edition, id) for id in entry.documents),
        evidence=tuple(record_link(edition, id) for id in entry.evidence),
    )
