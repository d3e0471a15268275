"""The action list: what everybody owes, by person and date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certfolio.model.message import LongDay, Message, say, word
from certfolio.model.page import Page
from certfolio.model.verdict import Severity
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Option, facet
from certfolio.portal.owed import Owed, OwedBy, all_owed
from certfolio.portal.sort_key import sort_key
from certfolio.portal.table_tool import TableTool, column, table_tool

_NEVER = say("none")


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something that a person owes; `heads` is that person where the row is the first of theirs."""

    owed: Owed
    by: OwedBy
    heads: OwedBy | None


@dataclass(frozen=True, slots=True)
class DueView:
    """Everybody who owes something, and all that is owed, person by person."""

    title: Message
    people: tuple[OwedBy, ...]
    rows: tuple[DueRow, ...]
    tool: TableTool
    calendar_href: str


def pages(edition: Edition) -> Iterator[Page]:
    if edition.readiness is not None:
        people = all_owed(edition)
        rows = tuple(_rows(people))
        view = DueView(
            title=say("Action list"),
            people=people,
            rows=rows,
            tool=_tool(edition, rows),
            calendar_href=address.CALENDAR,
        )
        yield Page(address.DUE, "due.html", view)


def _rows(people: Sequence[OwedBy]) -> Iterator[DueRow]:
    for one in people:
        for place, owed in enumerate((*one.soon, *one.later)):
            yield DueRow(owed, one, None if place else one)


def _tool(edition: Edition, rows: Sequence[DueRow]) -> TableTool:
    columns = (
        column("due", say("Due"), (sort_key(row.owed.day) for row in rows)),
        column("about", say("About"), (_about(row.owed) for row in rows)),
        column("what", say("What"), (None for _row in rows)),
        column("owner", say("Owner"), (sort_key(row.by.person.title) for row in rows)),
    )
    facets = (
        facet("owner", say("Owner"), _NEVER, [(_owner(row.by),) for row in rows]),
        facet("due", say("Due"), _NEVER, [(_when(edition, row.owed),) for row in rows]),
        facet("kind", say("Asked by"), _NEVER, [tuple(_kinds(row.owed)) for row in rows]),
    )
    return table_tool(edition, "action-list", columns, facets, headings=say("person"))


def _about(owed: Owed) -> tuple[object, ...] | None:
    return sort_key(owed.subject.id or owed.subject.title)


def _owner(by: OwedBy) -> Option:
    person = by.person
    is_own = person.id is not None
    key = by.anchor.removeprefix("owner-")
    order = (int(is_own), *(sort_key(person.title) or ()))
    return Option(key, person.title, order, is_own, person.lang)


def _when(edition: Edition, owed: Owed) -> Option:
    ends = edition.graph.settings.audit_period.ends
    if owed.day is None:
        return Option("none", say("no date"), (0, 3.0))
    if owed.is_overdue:
        return Option("overdue", word("state", "overdue"), (0, 0.0))
    if owed.day <= ends:
        return Option("period", say("by {day}", day=LongDay(ends)), (0, 1.0))
    return Option("later", say("after {day}", day=LongDay(ends)), (0, 2.0))


def _kinds(owed: Owed) -> Iterator[Option]:
    """Yield who asks: a date in the records, or a rule, by its severity."""
    if owed.asked:
        yield Option("records", say("a date in the records"), (0, -1.0))
    order = [severity.value for severity in Severity]
    for finding in owed.findings:
        said = finding.severity.word
        key = str(said)
        place = order.index(key) if key in order else len(order)
        yield Option(key, said, (0, float(place)))
