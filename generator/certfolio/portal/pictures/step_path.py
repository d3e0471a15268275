"""The seven steps as a path: what is open in each, or, without the rules, its records."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say, say_count, word
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.fitting import broken
from certfolio.portal.pictures.picture import (
    Cell,
    Drawing,
    Key,
    Mark,
    Picture,
    Shape,
    Table,
    dot,
    line,
    plain,
    words,
)
from certfolio.portal.storyboard import severity_counts
from certfolio.readiness.step import STEPS, Step, StepAnswer
from certfolio.records.record_types import RECORD_TYPES

_PITCH, _EDGE, _DOWN = 122, 62, 24


@dataclass(frozen=True, slots=True)
class Stop:
    """A step on the path with the lines below its name."""

    step: Step
    name: str
    records: int
    lines: tuple[Message, ...]
    style: str
    href: str | None


def step_path(edition: Edition) -> Picture:
    """Draw the steps in their order; what the rules say only where the audience may know it."""
    answers = (
        {} if edition.readiness is None else {a.step.number: a for a in edition.readiness.steps}
    )
    stops = tuple(_stop(edition, step, answers.get(step.number)) for step in STEPS)
    title = say("The seven steps as a path")
    return Picture(
        name="steps",
        title=title,
        caption=_caption(stops, answers),
        drawings=(_drawing(stops, title),),
        keys=_keys(bool(answers)),
        table=_table(stops, answers),
    )


def _stop(edition: Edition, step: Step, answer: StepAnswer | None) -> Stop:
    rows = [row for row in RECORD_TYPES if row.step == step.number]
    name = edition.language.text(word("step", step.title))
    records = sum(len(edition.graph.all(row.record)) for row in rows)
    counted = say_count("{number} record", "{number} records", records)
    if answer is None:
        return Stop(step, name, records, (counted,), "card", None)
    lines = tuple(
        say("{number} {severity}", number=count.amount, severity=count.state.word)
        for count in severity_counts(answer.open)
    )
    href = address.readiness_step(step.number)
    if lines:
        return Stop(step, name, records, lines, "card", href)
    return Stop(step, name, records, (say("nothing open"),), "solid", href)


def _keys(is_judged: bool) -> tuple[Key, ...]:
    if not is_judged:
        return ()
    return (
        Key("card", say("something is open by the rules")),
        Key("solid", say("nothing is open by the rules, which cannot see everything")),
    )


def _caption(stops: tuple[Stop, ...], answers: dict[int, StepAnswer]) -> Message:
    if not answers:
        return say(
            "This edition holds {records} of the seven steps.",
            records=say_count("{number} record", "{number} records", sum(s.records for s in stops)),
        )
    still = [stop for stop in stops if answers[stop.step.number].open]
    if not still:
        return say("By the rules nothing is open in any of the seven steps.")
    return say(
        "By the rules something is open in {number} of the seven steps; the first is step"
        " {first}, {name}.",
        number=len(still),
        first=still[0].step.number,
        name=word("step", still[0].step.title),
    )


def _drawing(stops: tuple[Stop, ...], title: Message) -> Drawing:
    most = max(len(stop.lines) for stop in stops)
    ends = _EDGE + (len(stops) - 1) * _PITCH
    return Drawing(
        width=_EDGE * 2 + (len(stops) - 1) * _PITCH,
        height=108 + most * 15,
        marks=(
            plain(line(((_EDGE, _DOWN), (ends, _DOWN)), "line-main")),
            *(_mark(stop, _EDGE + index * _PITCH) for index, stop in enumerate(stops)),
        ),
        title=title,
        says=say("Seven steps from left to right, each with its number, its name and counts."),
    )


def _mark(stop: Stop, x: float) -> Mark:
    return Mark(
        tuple(_shapes(stop, x)),
        say(
            "Step {number}, {name}: {facts}",
            number=stop.step.number,
            name=word("step", stop.step.title),
            facts=stop.lines[0],
        ),
        stop.href,
    )


def _shapes(stop: Stop, x: float) -> Iterator[Shape]:
    yield dot(x, _DOWN, 16, stop.style)
    look = "strong on-mark" if stop.style == "solid" else "strong"
    yield words(x, _DOWN + 5, str(stop.step.number), look, "middle")
    for index, text in enumerate(broken(stop.name, _PITCH - 10, 3)):
        yield words(x, 60 + index * 16, text, "strong", "middle")
    for index, said in enumerate(stop.lines):
        yield words(x, 110 + index * 15, said, "fine", "middle")


def _table(stops: tuple[Stop, ...], answers: dict[int, StepAnswer]) -> Table:
    columns = [say("Step"), say("Records")]
    if answers:
        columns += [say("Open"), say("Waived"), say("Not assessed"), say("Met")]

    def row(stop: Stop) -> tuple[Cell, ...]:
        name = say("{number}. {name}", number=stop.step.number, name=word("step", stop.step.title))
        answer = answers.get(stop.step.number)
        if answer is None:
            return name, stop.records
        counts = (answer.open, answer.waived, answer.not_assessed)
        return name, stop.records, *(len(found) for found in counts), answer.met

    return Table(tuple(columns), tuple(row(stop) for stop in stops))
