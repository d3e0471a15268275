"""Corrective-action ageing: how long each open one has been open, and which are past their date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import Message, say, say_count, word
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.pictures.fitting import SMALL, fit, width_of
from certfolio.portal.pictures.picture import (
    Drawing,
    Key,
    Mark,
    Picture,
    Shape,
    Table,
    box,
    line,
    nothing,
    plain,
    words,
)
from certfolio.portal.pictures.scale import Scale, round_step
from certfolio.records.corrective_action import CorrectiveAction

MOST = 30
OLD = 30
SETTLED = frozenset({"closed effective", "rejected"})
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 860, 330, 660, 30, 24


@dataclass(frozen=True, slots=True)
class Age:
    """A corrective action with how many days it has been, or was, open."""

    action: CorrectiveAction
    days: int
    is_open: bool
    overdue: int

    @property
    def said(self) -> Message:
        days = say_count("{number} day", "{number} days", self.days)
        if self.overdue:
            late = say_count("{number} day late", "{number} days late", self.overdue)
            return say("{days}, {late}", days=days, late=late)
        return days


def action_ageing(edition: Edition) -> Picture:
    """Draw the open corrective actions, the oldest first."""
    title = say("Age of open corrective actions")
    ages = tuple(_age(action, edition.as_of) for action in edition.graph.all(CorrectiveAction))
    if not ages:
        return nothing("ageing", title, say("There is no corrective action in this edition."))
    still = sorted((age for age in ages if age.is_open), key=lambda age: -age.days)
    chosen = still[:MOST]
    more = len(still) - len(chosen)
    return Picture(
        name="ageing",
        title=title,
        caption=_caption(ages, still),
        drawings=(_drawing(edition, chosen, title),) if chosen else (),
        keys=(
            Key("solid", say("days open, within the due date or without one")),
            Key("late", say("past its due date"), "!"),
            Key("due", say("the day it is due")),
        ),
        table=_table(edition, ages),
        left=say_count(
            "And {number} more that is younger: it is in the table.",
            "And {number} more that are younger: they are in the table.",
            more,
        )
        if more
        else None,
    )


def _age(action: CorrectiveAction, as_of: date) -> Age:
    is_open = action.status not in SETTLED
    last = as_of if is_open else (action.closed_on or action.updated or as_of)
    overdue = (as_of - action.due).days if is_open and action.due and action.due < as_of else 0
    return Age(action, max((last - action.found_on).days, 0), is_open, overdue)


def _caption(ages: Sequence[Age], still: Sequence[Age]) -> Message:
    if not still:
        return say_count(
            "The only corrective action is closed or rejected.",
            "All {number} corrective actions are closed or rejected.",
            len(ages),
        )
    return say(
        "{old} of {open} are older than {days} days, and {late} are past their due date.",
        old=sum(age.days > OLD for age in still),
        open=say_count(
            "{number} open corrective action", "{number} open corrective actions", len(still)
        ),
        days=OLD,
        late=sum(age.overdue > 0 for age in still),
    )


def _drawing(edition: Edition, chosen: Sequence[Age], title: Message) -> Drawing:
    dues = [(age.action.due - age.action.found_on).days for age in chosen if age.action.due]
    # a date far away must not press all bars together
    most = max(1, *(age.days for age in chosen))
    high = max(most, min(max(dues, default=0), most * 2), OLD)
    axis = Scale(0, high, _LEFT, _RIGHT)
    bottom = _TOP + len(chosen) * _ROW
    return Drawing(
        width=_WIDTH,
        height=bottom + 6,
        marks=(
            *_ticks(axis, bottom),
            *(_row(age, _TOP + index * _ROW, axis) for index, age in enumerate(chosen)),
        ),
        title=title,
        says=say(
            "One bar for each open corrective action; its length is the days since it was found."
        ),
    )


def _ticks(axis: Scale, bottom: float) -> Iterator[Mark]:
    step = max(round_step(axis.high, 8), OLD) if axis.high < 8 * OLD else round_step(axis.high, 8)
    for number in range(0, int(axis.high) + 1, step):
        x = axis.place(number)
        text = say_count("{number} day", "{number} days", number) if number == step else str(number)
        yield plain(
            line(((x, _TOP - 6), (x, bottom)), "axis"), words(x, _TOP - 12, text, "tick", "middle")
        )


def _row(age: Age, y: float, axis: Scale) -> Mark:
    action = age.action
    end = axis.place(age.days)
    shapes: list[Shape] = [
        words(0, y + 15, fit(f"{action.id} {action.title}", _LEFT - 16)),
        box(_LEFT, y + 4, max(end - _LEFT, 2), 14, "late" if age.overdue else "solid"),
    ]
    if age.overdue and end - _LEFT > 14:
        shapes.append(words(_LEFT + 6, y + 15, "!", "letter on-mark"))
    due = (action.due - action.found_on).days if action.due else None
    edge = end
    if due is not None and 0 <= due <= axis.high:
        x = axis.place(due)
        shapes.append(line(((x, y + 1), (x, y + 21)), "due"))
        # the days stand at the end of the bar, or behind the day it is due where that is too near
        if x - end < width_of(str(age.said), SMALL) * 1.3 + 16:
            edge = max(edge, x)
    shapes.append(words(edge + 8, y + 15, age.said, "fine"))
    says = say(
        "{id} {title}: {status}, open for {age}",
        id=action.id,
        title=action.title,
        status=word("state", action.status),
        age=age.said,
    )
    return Mark(tuple(shapes), says, address.record(action.id))


def _table(edition: Edition, ages: Sequence[Age]) -> Table:
    columns = (
        say("Corrective action"),
        say("Status"),
        say("Grade"),
        say("Found on"),
        say("Due"),
        say("Days open"),
        say("Days past its due date"),
    )
    rows = tuple(
        (
            link_to(edition, age.action),
            word("state", age.action.status),
            word("value", age.action.grade),
            age.action.found_on,
            age.action.due,
            age.days,
            age.overdue or None,
        )
        for age in ages
    )
    return Table(columns, rows)
