"""Says whether a person is there on a day to answer for something."""

from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.records.person import Person


def absence(person: Person, day: date) -> str | None:
    """Return why a person is not there on the day, as a part of a sentence; None when present."""
    if person.active_until is not None and person.active_until < day:
        return f"{person.id} left on {person.active_until}"
    if person.status == "left":
        return f"{person.id} is recorded as having left"
    if person.active_from > day:
        return f"{person.id} begins only on {person.active_from}"
    return f"{person.id} is on leave" if person.status == "on leave" else None


def absence_of(id: str, graph: RecordGraph, day: date) -> str | None:
    """Return why the person of an id is not there; one that is not in the graph is taken as there.

    An edition for an audience may withhold a person; that is no finding about the organization.
    """
    person = graph.find(id)
    return absence(person, day) if isinstance(person, Person) else None
