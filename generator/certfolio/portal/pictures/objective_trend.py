"""Objective trends: the measured values of each objective against its target, all the same size."""

from collections.abc import Iterator, Sequence
from datetime import date

from certfolio.model.message import Message, Month, say, say_count
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.pictures.fitting import SMALL, fit
from certfolio.portal.pictures.picture import (
    Cell,
    Drawing,
    Key,
    Mark,
    Picture,
    Table,
    box,
    dot,
    line,
    nothing,
    plain,
    words,
)
from certfolio.portal.pictures.scale import Calendar, Scale, calendar, scale
from certfolio.records.objective import Measurement, Objective

MOST = 24
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 268, 150, 4, 206, 22, 124


def objective_trends(edition: Edition) -> Picture:
    """Draw every objective that was measured, as small figures side by side."""
    title = say("Objectives: measured values against their targets")
    objectives = edition.graph.all(Objective)
    if not objectives:
        return nothing("objectives", title, say("There is no objective in this edition."))
    return _picture(edition, "objectives", title, objectives)


def objective_trend(edition: Edition, objective: Objective) -> Picture:
    """Draw one objective for its own page."""
    return _picture(edition, "objective", say("Measured values against the target"), (objective,))


def _picture(
    edition: Edition, name: str, title: Message, objectives: Sequence[Objective]
) -> Picture:
    measured = [objective for objective in objectives if objective.measurements]
    chosen = measured[:MOST]
    more = len(measured) - len(chosen)
    return Picture(
        name=name,
        title=title,
        caption=_caption(objectives, measured, edition.as_of),
        drawings=tuple(_drawing(edition, objective) for objective in chosen),
        keys=(
            Key("line-main", say("measured")),
            Key("line-target", say("target")),
            Key("dot-solid", say("at the target or better")),
            Key("dot-open", say("not at the target")),
            Key("open", say("baseline")),
        ),
        table=_table(edition, objectives),
        left=say_count(
            "And {number} more objective: it is in the table.",
            "And {number} more objectives: they are in the table.",
            more,
        )
        if more
        else None,
        is_small=True,
    )


def reaches(objective: Objective, value: float) -> bool:
    """Whether a value reaches the target from its good side; the target itself does."""
    if objective.better == "higher":
        return value >= objective.target
    return value <= objective.target


def series(objective: Objective) -> tuple[Measurement, ...]:
    return tuple(sorted(objective.measurements, key=lambda measured: measured.on))


def _caption(
    objectives: Sequence[Objective], measured: Sequence[Objective], as_of: date
) -> Message:
    if not measured:
        return say_count(
            "The objective has no measured value yet.",
            "None of the {number} objectives has a measured value yet.",
            len(objectives),
        )
    if len(objectives) == 1:
        return say(
            "The latest value, {value} {unit} on {day}, {reaches} the target: {target}.",
            value=series(measured[0])[-1].value,
            unit=measured[0].unit,
            day=series(measured[0])[-1].on,
            reaches=_verb(measured[0]),
            target=_aim(measured[0]),
        )
    reached = sum(reaches(objective, series(objective)[-1].value) for objective in measured)
    latest = say(
        "By the latest value, {reached} of {measured} are at their target or better.",
        reached=reached,
        measured=say_count(
            "{number} measured objective", "{number} measured objectives", len(measured)
        ),
    )
    unmeasured = len(objectives) - len(measured)
    if not unmeasured:
        return latest
    return say(
        "{latest} {without}",
        latest=latest,
        without=say_count(
            "{number} has no measured value yet.",
            "{number} have no measured value yet.",
            unmeasured,
        ),
    )


def _verb(objective: Objective) -> Message:
    if reaches(objective, series(objective)[-1].value):
        return say("reaches")
    return say("does not reach")


def _aim(objective: Objective) -> Message:
    if objective.better == "higher":
        return say("at least {value} {unit}", value=objective.target, unit=objective.unit)
    return say("at most {value} {unit}", value=objective.target, unit=objective.unit)


def _drawing(edition: Edition, objective: Objective) -> Drawing:
    points = series(objective)
    values = [objective.baseline, objective.target, *(point.value for point in points)]
    up = scale(values, _BOTTOM, _TOP)
    along = calendar([point.on for point in points], _LEFT + 12, _RIGHT)
    return Drawing(
        width=_WIDTH,
        height=_HEIGHT,
        marks=tuple(_marks(edition, objective, points, up, along)),
        title=f"{objective.id} {objective.title}",
        title_href=address.record(objective.id),
        says=say(
            "{amount}; target: {target}",
            amount=say_count("{number} value", "{number} values", len(points)),
            target=_aim(objective),
        ),
        note=say(
            "Target: {target}. Latest: {value} on {day}, {verdict}.",
            target=_aim(objective),
            value=points[-1].value,
            day=points[-1].on,
            verdict=say("reached") if reaches(objective, points[-1].value) else say("not reached"),
        ),
    )


def _marks(
    edition: Edition,
    objective: Objective,
    points: Sequence[Measurement],
    up: Scale,
    along: Calendar,
) -> Iterator[Mark]:
    target = up.place(objective.target)
    number = edition.language.number
    sign = "≥" if objective.better == "higher" else "≤"
    yield plain(line(((_LEFT, _BOTTOM + 4), (_RIGHT + 6, _BOTTOM + 4)), "axis"))
    yield plain(line(((_LEFT, target), (_RIGHT + 6, target)), "line-target"))
    places = [(along.place(point.on), up.place(point.value)) for point in points]
    baseline = up.place(objective.baseline)
    yield Mark(
        (box(_LEFT + 1, baseline - 3, 6, 6, "open"),),
        say("Baseline: {value}", value=objective.baseline),
    )
    if len(places) > 1:
        yield plain(line(places, "line-main"))
    for point, (x, y) in zip(points, places, strict=True):
        says = say("{value} on {day}", value=point.value, day=point.on)
        if not reaches(objective, point.value):
            says = say("{value} on {day}, not at the target", value=point.value, day=point.on)
        yield Mark((dot(x, y, 3, "solid" if reaches(objective, point.value) else "open"),), says)
    yield from _labels(
        number(points[-1].value), places[-1][1], f"{sign} {number(objective.target)}", target
    )
    yield from _days(points)


def _labels(latest: str, y: float, target: str, aim: float) -> Iterator[Mark]:
    """Name the latest value and the target at the right, moved apart where they would touch."""
    if abs(y - aim) < 13:
        y, aim = (min(y, aim - 13), aim) if y <= aim else (max(y, aim + 13), aim)
    yield plain(words(_RIGHT + 9, y + 4, fit(latest, 54), "strong"))
    yield plain(words(_RIGHT + 9, aim + 4, fit(target, 54, SMALL), "tick"))


def _days(points: Sequence[Measurement]) -> Iterator[Mark]:
    first, last = points[0].on, points[-1].on
    yield plain(words(_LEFT + 12, _HEIGHT - 8, Month(first), "tick"))
    if (first.year, first.month) != (last.year, last.month):
        yield plain(words(_RIGHT + 6, _HEIGHT - 8, Month(last), "tick", "end"))


def _table(edition: Edition, objectives: Sequence[Objective]) -> Table:
    columns = (
        say("Objective"),
        say("Target"),
        say("Baseline"),
        say("Measured on"),
        say("Value"),
        say("Target reached"),
    )
    return Table(columns, tuple(_rows(edition, objectives)))


def _rows(edition: Edition, objectives: Sequence[Objective]) -> Iterator[tuple[Cell, ...]]:
    for objective in objectives:
        link, aim = link_to(edition, objective), _aim(objective)
        for point in series(objective):
            said = say("yes") if reaches(objective, point.value) else say("no")
            yield link, aim, objective.baseline, point.on, point.value, said
        if not objective.measurements:
            yield link, aim, objective.baseline, None, say("not measured yet"), say("unknown")
