"""Says whether a person is there on a day to answer for something."""

from datetime import date

from certfolio.linking.graph import RecordGraph
from certfolio.model.message import Message, say
from certfolio.records.person import Person


def absence(person: Person, day: date) -> Message | None:
    """Return why a person is not there on the day, as a part of a sentence; None when present."""
    if person.active_until is not None and person.active_until < day:
        return say(
            "{person} left on {active_until}", person=person.id, active_until=person.active_until
        )
    if person.status == "left":
        return say("{person} is recorded as having left", person=person.id)
    if person.active_from > day:
        return say(
            "{person} begins only on {active_from}",
            person=person.id,
            active_from=person.active_from,
        )
    return say("{person} is on leave", person=person.id) if person.status == "on leave" else None


def absence_of(id: str, graph: RecordGraph, day: date) -> Message | None:
    """Return why the person of an id is not there; one that is not in the graph is taken as there.

    An edition for an audience may withhold a person; that is no finding about the organization.
    """
    person = graph.find(id)
    return absence(person, day) if isinstance(person, Person) else None
