"""The table beside the competence matrix: each requirement held, and each training attended."""

from collections.abc import Iterator, Sequence

from certfolio.model.message import say
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.pictures.competence_holding import STATES, Held
from certfolio.portal.pictures.picture import Cell, Table
from certfolio.records.person import Person
from certfolio.records.record import Record
from certfolio.records.training_session import TrainingSession


def competence_table(
    edition: Edition, held: Sequence[Held], sessions: Sequence[TrainingSession]
) -> Table:
    """Return a row for every requirement that a person holds, then one for every attendance."""
    columns = (
        say("Person"),
        say("Role or training"),
        say("Requirement"),
        say("State"),
        say("Valid until"),
        say("Record"),
    )
    return Table(columns, (*_held_rows(edition, held), *_session_rows(edition, sessions)))


def _held_rows(edition: Edition, held: Sequence[Held]) -> Iterator[tuple[Cell, ...]]:
    for cell in held:
        record = cell.record
        forever = say("does not expire") if record and record.does_not_expire else None
        yield (
            link_to(edition, cell.person),
            link_to(edition, cell.requirement.role),
            cell.requirement.text,
            STATES[cell.style],
            (record.valid_until if record else None) or forever,
            link_to(edition, record) if record else None,
        )


def _session_rows(
    edition: Edition, sessions: Sequence[TrainingSession]
) -> Iterator[tuple[Cell, ...]]:
    for session in sessions:
        link: Cell = link_to(edition, session)
        for id in dict.fromkeys(session.attendees):
            person: Record | None = edition.graph.find(id)
            if isinstance(person, Person):
                who = link_to(edition, person)
                yield who, link, None, say("attended"), session.held_on, link
