"""Training and competence matrix: people by the requirements of their roles, and by trainings."""

from collections.abc import Iterator, Mapping, Sequence

from certfolio.model.message import Listing, Message, say, say_count
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.competence_holding import (
    LETTERS,
    STATES,
    Held,
    Requirement,
    holdings,
)
from certfolio.portal.pictures.competence_table import competence_table
from certfolio.portal.pictures.fitting import SMALL, fit
from certfolio.portal.pictures.picture import (
    Drawing,
    Key,
    Mark,
    Picture,
    Shape,
    box,
    dot,
    line,
    nothing,
    plain,
    words,
)
from certfolio.records.person import Person
from certfolio.records.training_session import TrainingSession

MOST_PEOPLE, MOST_COLUMNS = 40, 28
_LEFT, _PITCH, _ROW, _HEAD = 190, 22, 22, 150


def competence_matrix(edition: Edition) -> Picture:
    """Draw for every person the requirements of the roles held, and the trainings attended."""
    title = say("Training and competence")
    held = tuple(holdings(edition))
    sessions = _sessions(edition)
    if not held and not sessions:
        return nothing("competence", title, say("No role of this edition asks for competence."))
    people = _people(edition, held, sessions)
    columns = tuple(dict.fromkeys(cell.requirement for cell in held))
    shown = columns[:MOST_COLUMNS]
    trained = sessions[: MOST_COLUMNS - len(shown)]
    return Picture(
        name="competence",
        title=title,
        caption=_caption(held, sessions),
        drawings=(_drawing(people[:MOST_PEOPLE], held, shown, trained, title),) if people else (),
        keys=(
            *(Key(style, said, LETTERS.get(style)) for style, said in STATES.items()),
            *((Key("dot-solid", say("attended the training")),) if sessions else ()),
        ),
        table=competence_table(edition, held, sessions),
        left=_left(
            len(people) - MOST_PEOPLE, len(columns) - len(shown) + len(sessions) - len(trained)
        ),
    )


def _sessions(edition: Edition) -> tuple[TrainingSession, ...]:
    """Return the trainings that were held and that somebody of this edition attended."""
    return tuple(
        session
        for session in edition.graph.all(TrainingSession)
        if session.status in {"held", "evaluated"}
        and session.held_on <= edition.as_of
        and session.attendees
    )


def _people(
    edition: Edition, held: Sequence[Held], sessions: Sequence[TrainingSession]
) -> tuple[Person, ...]:
    """Return who has a requirement, then those who only attended a training."""
    first = dict.fromkeys(cell.person.id for cell in held)
    attended = {id for session in sessions for id in session.attendees}
    everybody = [person for person in edition.graph.all(Person) if person.status != "left"]
    return (
        *(person for person in everybody if person.id in first),
        *(p for p in everybody if p.id in attended and p.id not in first),
    )


def _caption(held: Sequence[Held], sessions: Sequence[TrainingSession]) -> Message:
    amounts = {style: sum(cell.style == style for cell in held) for style in STATES}
    states = [
        say("{number} {state}", number=amount, state=STATES[style])
        for style, amount in amounts.items()
        if amount
    ]
    trainings = say_count(
        "{number} training was held.", "{number} trainings were held.", len(sessions)
    )
    if not states:
        return say("No requirement is on anybody here. {trainings}", trainings=trainings)
    return say(
        "{requirements}: {states}. {trainings}",
        requirements=say_count(
            "{number} requirement on a person", "{number} requirements on people", len(held)
        ),
        states=Listing(states),
        trainings=trainings,
    )


def _left(people: int, columns: int) -> Message | None:
    if people <= 0 and columns <= 0:
        return None
    parts = (
        (people, say_count("{number} more person", "{number} more people", people)),
        (columns, say_count("{number} more column", "{number} more columns", columns)),
    )
    return say(
        "Not drawn, but in the table: {parts}.",
        parts=Listing([said for amount, said in parts if amount > 0]),
    )


def _drawing(
    people: Sequence[Person],
    held: Sequence[Held],
    columns: Sequence[Requirement],
    sessions: Sequence[TrainingSession],
    title: Message,
) -> Drawing:
    places = {column: _LEFT + index * _PITCH for index, column in enumerate(columns)}
    gap = _PITCH / 2 if columns and sessions else 0
    begin = _LEFT + len(columns) * _PITCH + gap
    trained = {s.id: begin + index * _PITCH for index, s in enumerate(sessions)}
    rows = {person.id: _HEAD + index * _ROW for index, person in enumerate(people)}
    bottom, right = _HEAD + len(people) * _ROW, begin + len(sessions) * _PITCH
    return Drawing(
        width=right + 84,
        height=bottom + 6,
        marks=(
            *_heads(places, trained, bottom),
            *(_name(person, rows[person.id], right) for person in people),
            *_cells(held, places, rows),
            *_dots(sessions, trained, rows),
        ),
        title=title,
        says=say(
            "One row for each person; a square for each requirement, a dot for each training."
        ),
    )


def _heads(
    places: Mapping[Requirement, float], trained: Mapping[str, float], bottom: float
) -> Iterator[Mark]:
    alike: dict[str, int] = {}
    for column, x in places.items():
        role = column.role
        alike[role.id] = alike.get(role.id, 0) + 1
        name = fit(role.title, 120, SMALL)
        if sum(other.role is role for other in places) > 1:
            name = f"{name} {alike[role.id]}"
        says = say("{id} {title}: {what}", id=role.id, title=role.title, what=column.text)
        yield Mark((_head(x, name),), says, address.record(role.id))
    for id, x in trained.items():
        yield plain(line(((x + 10, _HEAD), (x + 10, bottom)), "axis"))
        yield Mark((_head(x, id),), None, address.record(id))


def _head(x: float, text: str) -> Shape:
    return words(x + 14, _HEAD - 8, fit(text, 150, SMALL), "fine", turn=-60)


def _name(person: Person, y: float, right: float) -> Mark:
    return Mark(
        (
            line(((0, y + _ROW - 0.5), (right, y + _ROW - 0.5)), "axis"),
            words(0, y + 15, fit(person.title, _LEFT - 12)),
        ),
        f"{person.id} {person.title}",
        address.record(person.id),
    )


def _cells(
    held: Sequence[Held], places: Mapping[Requirement, float], rows: Mapping[str, float]
) -> Iterator[Mark]:
    grouped: dict[tuple[Requirement, str], list[Held]] = {}
    for cell in held:
        if cell.requirement in places and cell.person.id in rows:
            grouped.setdefault((cell.requirement, cell.person.id), []).append(cell)
    for (column, id), cells in grouped.items():
        yield _square(cells, places[column], rows[id])


def _square(cells: Sequence[Held], x: float, y: float) -> Mark:
    """Draw the best that is recorded of a person; the table names each record."""
    order = list(STATES)
    order.remove("late")
    cell = min(cells, key=lambda held: [*order, "late"].index(held.style))
    shapes: list[Shape] = [box(x + 2.5, y + 2.5, 16, 16, cell.style)]
    if cell.style in LETTERS:
        look = "letter on-mark" if cell.style == "late" else "letter"
        shapes.append(words(x + 10.5, y + 14.5, LETTERS[cell.style], look, "middle"))
    says = say(
        "{person}, {role}: {state}",
        person=cell.person.title,
        role=cell.requirement.role.title,
        state=STATES[cell.style],
    )
    href = address.record(cell.record.id) if cell.record else None
    return Mark(tuple(shapes), says, href)


def _dots(
    sessions: Sequence[TrainingSession], trained: Mapping[str, float], rows: Mapping[str, float]
) -> Iterator[Mark]:
    for session in sessions:
        found = [rows[id] for id in dict.fromkeys(session.attendees) if id in rows]
        yield plain(*(dot(trained[session.id] + 10, y + 10.5, 4, "solid") for y in sorted(found)))
