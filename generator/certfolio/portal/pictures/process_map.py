"""Process map: management, core and support processes, and what passes between them."""

from collections.abc import Iterator, Mapping, Sequence

from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.pictures.fitting import SMALL, broken, fit
from certfolio.portal.pictures.picture import (
    Cell,
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
from certfolio.portal.pictures.process_flow import Outside, Passage, outside, passages
from certfolio.portal.pictures.process_grid import BANDS, Spot, grid
from certfolio.portal.pictures.process_route import (
    BOX_HEIGHT,
    BOX_WIDTH,
    LEFT,
    MARGIN,
    Layout,
    layout,
)
from certfolio.records.process import Process

MOST_BOXES, MOST_LINES = 60, 90

_NAMES: Mapping[str, Message] = {
    "management": say("Management processes"),
    "core": say("Core processes"),
    "support": say("Support processes"),
}


def process_map(edition: Edition) -> Picture:
    """Draw the processes that are not retired in their three bands."""
    title = say("Process map")
    processes = tuple(p for p in edition.graph.all(Process) if p.status != "retired")
    if not processes:
        return nothing("processes", title, say("There is no process in this edition."))
    shown = processes[:MOST_BOXES]
    told = passages(processes)
    pairs = _pairs(told, {process.id for process in shown})
    lines = pairs if len(pairs) <= MOST_LINES else ()
    return Picture(
        name="processes",
        title=title,
        caption=_caption(processes, told, outside(processes)),
        drawings=(_drawing(edition, shown, told, lines, title),),
        keys=(
            Key("arrow-management", say("from a management process")),
            Key("arrow-core", say("from a core process")),
            Key("arrow-support", say("from a support process")),
        )
        if lines
        else (),
        table=_table(edition, told, outside(processes)),
        left=_left(len(processes) - len(shown), 0 if lines else len(pairs)),
    )


def _pairs(told: Sequence[Passage], shown: set[str]) -> tuple[tuple[str, str], ...]:
    """Return each pair of different processes once."""
    pairs = {(p.source, p.target): None for p in told if p.source != p.target}
    return tuple(pair for pair in pairs if shown.issuperset(pair))


def _caption(
    processes: Sequence[Process], told: Sequence[Passage], others: Sequence[Outside]
) -> Message:
    counts = [
        say("{number} {band}", number=amount, band=word("value", band))
        for band in BANDS
        if (amount := sum(process.kind == band for process in processes))
    ]
    return say(
        "{processes} ({bands}) pass {inside} to each other; {entering} come from outside and"
        " {leaving} go there.",
        processes=say_count("{number} process", "{number} processes", len(processes)),
        bands=Listing(counts),
        inside=say_count(
            "{number} thing", "{number} things", sum(p.what is not None for p in told)
        ),
        entering=say_count("{number} input", "{number} inputs", sum(o.is_input for o in others)),
        leaving=say_count(
            "{number} output", "{number} outputs", sum(not o.is_input for o in others)
        ),
    )


def _left(boxes: int, lines: int) -> Message | None:
    if boxes > 0:
        return say(
            "Not drawn, but in the table: {boxes}, and what passes between all of them.",
            boxes=say_count("{number} more process", "{number} more processes", boxes),
        )
    if lines:
        return say_count(
            "{number} connection would hide the map; it is in the table.",
            "{number} connections would hide the map; they are in the table.",
            lines,
        )
    return None


def _drawing(
    edition: Edition,
    processes: Sequence[Process],
    told: Sequence[Passage],
    pairs: Sequence[tuple[str, str]],
    title: Message,
) -> Drawing:
    spots = grid(processes, told)
    by_id = {spot.process.id: spot for spot in spots}
    places = layout(spots, [(by_id[source], by_id[target]) for source, target in pairs])
    return Drawing(
        width=places.width,
        height=places.height + 4,
        marks=(
            *_bands(edition, spots, places),
            *_lines(places, told),
            *(_box(spot, places) for spot in spots),
        ),
        title=title,
        says=say("Three bands from top to bottom: management, core and support processes."),
    )


def _bands(edition: Edition, spots: Sequence[Spot], places: Layout) -> Iterator[Mark]:
    for band in BANDS:
        rows = [spot.row for spot in spots if spot.process.kind == band]
        if not rows:
            continue
        top = places.tops[min(rows)] - MARGIN + 2
        bottom = places.tops[max(rows)] + BOX_HEIGHT + MARGIN - 2
        shapes: list[Shape] = [box(0, top, places.width, bottom - top, "band")]
        name = edition.language.text(_NAMES[band])
        for index, text in enumerate(broken(name, LEFT - 14, 3, SMALL)):
            shapes.append(words(8, top + 24 + index * 15, text, "fine strong"))
        yield plain(*shapes)


def _lines(places: Layout, told: Sequence[Passage]) -> Iterator[Mark]:
    for route in places.routes:
        source, target = route.source.process, route.target.process
        things = [p.what for p in told if (p.source, p.target) == (source.id, target.id) and p.what]
        says = say("{source} to {target}", source=source.id, target=target.id)
        if things:
            says = say(
                "{source} to {target}: {what}",
                source=source.id,
                target=target.id,
                what="; ".join(things),
            )
        yield Mark((line(route.points, f"arrow-{source.kind}"),), says)


def _box(spot: Spot, places: Layout) -> Mark:
    process = spot.process
    x, y = places.lefts[spot.column], places.tops[spot.row]
    lines = broken(process.title, BOX_WIDTH - 12, 3, SMALL)
    shapes: list[Shape] = [
        box(x, y, BOX_WIDTH, BOX_HEIGHT, "card"),
        words(x + 7, y + 16, fit(process.id, BOX_WIDTH - 12, SMALL), "fine soft"),
        *(words(x + 7, y + 30 + i * 14, text, "fine strong") for i, text in enumerate(lines)),
    ]
    says = say(
        "{id} {title}: {band} process",
        id=process.id,
        title=process.title,
        band=word("value", process.kind),
    )
    return Mark(tuple(shapes), says, address.record(process.id))


def _table(edition: Edition, told: Sequence[Passage], others: Sequence[Outside]) -> Table:
    columns = (say("From"), say("What passes"), say("To"))
    rows = (*_inside(edition, told), *_outside(edition, others))
    return Table(columns, rows)


def _inside(edition: Edition, told: Sequence[Passage]) -> Iterator[tuple[Cell, ...]]:
    find = edition.graph.record
    for passage in told:
        what = passage.what or say("only the order is recorded")
        yield link_to(edition, find(passage.source)), what, link_to(edition, find(passage.target))


def _outside(edition: Edition, others: Sequence[Outside]) -> Iterator[tuple[Cell, ...]]:
    for flow in others:
        process: Cell = link_to(edition, edition.graph.record(flow.process))
        party = flow.party or say("not named")
        yield (party, flow.what, process) if flow.is_input else (process, flow.what, party)
