"""Risk matrix: where each risk was judged to stand before treatment, and where after it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from certfolio.model.message import Listing, Message, say, say_count, word
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
    line,
    nothing,
    plain,
    words,
)
from certfolio.records.risk import Rating, Risk

_STEPS = range(1, 6)
_LEFT, _TOP, _WIDE, _HIGH, _IN_CELL = 56, 6, 70, 60, 4

Placed = Mapping[tuple[int, int], Sequence[Risk]]


def risk_matrix(edition: Edition) -> Picture:
    """Draw risks, and opportunities apart from them, by likelihood and impact."""
    title = say("Risks before and after treatment")
    records = edition.graph.all(Risk)
    if not records:
        return nothing("risks", title, say("There is no risk or opportunity in this edition."))
    risks = [record for record in records if record.kind == "risk"]
    chances = [record for record in records if record.kind == "opportunity"]
    return Picture(
        name="risks",
        title=title,
        caption=_caption(risks, chances),
        drawings=(
            *_pair(risks, say("Risks before treatment"), say("Risks after treatment")),
            *_pair(
                chances, say("Opportunities before treatment"), say("Opportunities after treatment")
            ),
        ),
        keys=(
            Key("none", say("none")),
            Key("shade-1", say("1 or 2")),
            Key("shade-2", say("3 to 5")),
            Key("shade-3", say("6 or more; shades count records and are no limit of acceptance")),
        ),
        table=_table(edition, records),
    )


def _caption(risks: Sequence[Risk], chances: Sequence[Risk]) -> Message:
    rated = [risk for risk in risks if risk.residual]
    lower = sum(_product(risk.residual) < _product(risk.evaluation) for risk in rated)
    unrated = len(risks) - len(rated)
    said = [
        (lower, say("{number} rated lower after treatment", number=lower)),
        (len(rated) - lower, say("{number} rated no lower", number=len(rated) - lower)),
        (unrated, say("{number} not rated after treatment", number=unrated)),
    ]
    amounts = (
        say_count("{number} risk", "{number} risks", len(risks)),
        say_count("{number} opportunity", "{number} opportunities", len(chances)),
    )
    if not risks:
        return say("{opportunities}, and no risk.", opportunities=amounts[1])
    return say(
        "{risks}: {parts}. Beside them {opportunities}.",
        risks=amounts[0],
        parts=Listing([part for amount, part in said if amount]),
        opportunities=amounts[1],
    )


def _product(rating: Rating | None) -> int:
    return rating.likelihood * rating.impact if rating else 0


def _pair(records: Sequence[Risk], before: Message, after: Message) -> Iterator[Drawing]:
    if not records:
        return
    yield _drawing(_placed((r, r.evaluation) for r in records), before, 0)
    rated = [(record, record.residual) for record in records if record.residual]
    yield _drawing(_placed(rated), after, len(records) - len(rated))


def _placed(pairs: Iterable[tuple[Risk, Rating]]) -> Placed:
    cells: dict[tuple[int, int], list[Risk]] = {}
    for risk, rating in pairs:
        cells.setdefault((rating.likelihood, rating.impact), []).append(risk)
    return cells


def _drawing(placed: Placed, title: Message, unrated: int) -> Drawing:
    marks: list[Mark] = []
    for likelihood in _STEPS:
        for impact in _STEPS:
            marks.extend(_cell(placed.get((likelihood, impact), ()), likelihood, impact))
    bottom = _TOP + 5 * _HIGH
    amount = sum(len(found) for found in placed.values())
    return Drawing(
        width=_LEFT + 5 * _WIDE + 6,
        height=bottom + 40,
        marks=(*_axes(bottom), *marks),
        title=title,
        says=say(
            "Likelihood upwards, impact to the right, one to five; {number} are rated.",
            number=amount,
        ),
        note=say_count(
            "{number} has no rating after treatment.",
            "{number} have no rating after treatment.",
            unrated,
        )
        if unrated
        else None,
    )


def _axes(bottom: int) -> Iterator[Mark]:
    for step in _STEPS:
        y = bottom - step * _HIGH + _HIGH / 2 + 4
        yield plain(words(_LEFT - 10, y, str(step), "soft", "end"))
        x = _LEFT + (step - 0.5) * _WIDE
        yield plain(words(x, bottom + 17, str(step), "soft", "middle"))
    yield plain(words(_LEFT + 2.5 * _WIDE, bottom + 34, say("Impact"), "tick", "middle"))
    middle = _TOP + 2.5 * _HIGH
    yield plain(line(((_LEFT - 30, bottom - 8), (_LEFT - 30, _TOP + 8)), "axis"))
    yield plain(words(_LEFT - 38, middle, say("Likelihood"), "tick", "middle", turn=-90))


def _cell(found: Sequence[Risk], likelihood: int, impact: int) -> Iterator[Mark]:
    x, y = _LEFT + (impact - 1) * _WIDE, _TOP + (5 - likelihood) * _HIGH
    amount = len(found)
    style = "none" if not amount else f"shade-{1 if amount < 3 else 2 if amount < 6 else 3}"
    yield plain(box(x + 1, y + 1, _WIDE - 2, _HIGH - 2, style))
    shown = found if amount <= _IN_CELL else found[: _IN_CELL - 1]
    for index, risk in enumerate(shown):
        yield Mark(
            (words(x + 7, y + 13 + index * 12.5, fit(risk.id, _WIDE - 12, SMALL), "fine"),),
            say("{id} {title}", id=risk.id, title=risk.title),
            address.record(risk.id),
        )
    if amount > len(shown):
        more = say("+{number} more", number=amount - len(shown))
        yield plain(words(x + 7, y + 13 + len(shown) * 12.5, more, "fine strong"))


def _table(edition: Edition, records: Sequence[Risk]) -> Table:
    columns = (
        say("Risk or opportunity"),
        say("Kind"),
        say("Likelihood before"),
        say("Impact before"),
        say("Likelihood after"),
        say("Impact after"),
        say("Decision"),
    )

    def row(risk: Risk) -> tuple[Cell, ...]:
        after = risk.residual
        unrated = say("not rated")
        return (
            link_to(edition, risk),
            word("value", risk.kind),
            risk.evaluation.likelihood,
            risk.evaluation.impact,
            after.likelihood if after else unrated,
            after.impact if after else unrated,
            word("value", risk.decision),
        )

    return Table(columns, tuple(row(risk) for risk in records))
