"""Evidence validity timeline: until when accepted proof lasts, against the days of the audit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.pictures.day_axis import day_axis
from certfolio.portal.pictures.fitting import fit
from certfolio.portal.pictures.picture import (
    Drawing,
    Key,
    Mark,
    Picture,
    Table,
    box,
    dot,
    nothing,
    words,
)
from certfolio.portal.pictures.scale import Calendar, calendar
from certfolio.readiness.interval import lapses_on
from certfolio.readiness.support import Standing, last_day, standing
from certfolio.records.evidence import Evidence

MOST = 25
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 860, 270, 850, 58, 20

_STANDINGS = {
    Standing.CURRENT: word("picture", "counts as proof"),
    Standing.STALE: word("picture", "no longer current"),
    Standing.NOT_ACCEPTED: word("picture", "not accepted"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """An exhibit from the first day it speaks of to the last on which it counts, if known."""

    evidence: Evidence
    begins: date
    ends: date | None
    standing: Standing


def validity_timeline(edition: Edition) -> Picture:
    """Draw the proof that counts today, the first to run out first."""
    title = say("Validity of evidence against the audit dates")
    spans = tuple(_span(edition, evidence) for evidence in edition.graph.all(Evidence))
    if not spans:
        return nothing("evidence", title, say("There is no evidence in this edition."))
    counting = [span for span in spans if span.standing is Standing.CURRENT]
    ending = sorted(
        (span for span in counting if span.ends), key=lambda span: span.ends or date.max
    )
    chosen = (*ending, *(span for span in counting if span.ends is None))[:MOST]
    stages = _stages(edition)
    return Picture(
        name="evidence",
        title=title,
        caption=_caption(spans, counting, stages),
        drawings=(_drawing(edition, chosen, stages, title),) if chosen else (),
        keys=(
            Key("solid", say("counts as proof until the end of the bar")),
            Key("hatched", say("ends before the last audit day that is planned")),
            Key("open", say("no end is recorded")),
        ),
        table=_table(edition, spans),
        left=_left(spans, counting, chosen),
    )


def _span(edition: Edition, evidence: Evidence) -> Span:
    ends = evidence.valid_until
    if ends is None and evidence.interval is not None:
        ends = lapses_on(last_day(evidence), evidence.interval)
    begins = min(evidence.dated, evidence.period.begins if evidence.period else evidence.dated)
    worth = standing(evidence, edition.as_of, edition.graph.settings.audit_period)
    return Span(evidence, begins, ends, worth)


def _stages(edition: Edition) -> tuple[tuple[Message, date], ...]:
    planned = edition.graph.settings.planned
    days = (
        (say("Stage 1"), planned.stage_1),
        (say("Stage 2"), planned.stage_2),
        (say("Decision"), planned.decision),
    )
    return tuple((name, day) for name, day in days if day)


def _caption(
    spans: Sequence[Span], counting: Sequence[Span], stages: Sequence[tuple[Message, date]]
) -> Message:
    counts = say(
        "{counting} of {all} count as proof today",
        counting=len(counting),
        all=say_count("{number} exhibit", "{number} exhibits", len(spans)),
    )
    if not stages:
        return say("{counts}; no audit date is agreed yet.", counts=counts)
    lost = [
        say(
            "{number} before {stage} ({day})",
            number=sum(span.ends is not None and span.ends < day for span in counting),
            stage=name,
            day=day,
        )
        for name, day in stages
    ]
    return say(
        "{counts}; if nothing is renewed, of these run out: {lost}.",
        counts=counts,
        lost=Listing(lost),
    )


def _drawing(
    edition: Edition,
    chosen: Sequence[Span],
    stages: Sequence[tuple[Message, date]],
    title: Message,
) -> Drawing:
    days = [edition.as_of, *(day for _, day in stages)]
    nearest = [max(span.begins, edition.graph.settings.audit_period.begins) for span in chosen]
    ends = [span.ends for span in chosen if span.ends]
    latest = max((*days, *sorted(ends)[: len(ends) * 9 // 10 + 1]))
    axis = calendar([*days, *nearest, latest], _LEFT, _RIGHT)
    bottom = _TOP + len(chosen) * _ROW
    last = max((day for _, day in stages), default=edition.as_of)
    return Drawing(
        width=_WIDTH,
        height=bottom + 8,
        marks=(
            *day_axis(axis, _TOP, bottom, ((say("Today"), edition.as_of), *stages), edition.as_of),
            *(_row(span, index, axis, last) for index, span in enumerate(chosen)),
        ),
        title=title,
        says=say("One bar for each exhibit that counts as proof, the first to run out on top."),
    )


def _row(span: Span, index: int, axis: Calendar, last: date) -> Mark:
    y = _TOP + index * _ROW
    evidence = span.evidence
    x = axis.place(span.begins)
    end = axis.place(span.ends) if span.ends else axis.ends
    style = "open" if span.ends is None else "hatched" if span.ends < last else "solid"
    says = say("{id} {title}: no end is recorded", id=evidence.id, title=evidence.title)
    if span.ends:
        says = say("{id} {title}: until {day}", id=evidence.id, title=evidence.title, day=span.ends)
    return Mark(
        shapes=(
            words(0, y + 14, fit(f"{evidence.id} {evidence.title}", _LEFT - 14)),
            box(x, y + 5, max(end - x, 2), 10, style),
            *((dot(end, y + 10, 2.5, "card"),) if span.ends and span.ends > axis.last else ()),
        ),
        says=says,
        href=address.record(evidence.id),
    )


def _left(
    spans: Sequence[Span], counting: Sequence[Span], chosen: Sequence[Span]
) -> Message | None:
    more, others = len(counting) - len(chosen), len(spans) - len(counting)
    if not more and not others:
        return None
    if not chosen:
        return None
    return say(
        "Not drawn, but in the table: {more} more that count and {others} that do not count today.",
        more=more,
        others=others,
    )


def _table(edition: Edition, spans: Sequence[Span]) -> Table:
    def row(span: Span) -> tuple[object, ...]:
        return (
            link_to(edition, span.evidence),
            _STANDINGS[span.standing],
            span.begins,
            span.ends or say("no end recorded"),
        )

    columns = (say("Exhibit"), say("Today"), say("From"), say("Counts until"))
    return Table(columns, tuple(row(span) for span in spans))  # type: ignore[misc]
