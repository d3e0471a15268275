"""Says who worked for the organization on a day."""

from datetime import date

from certfolio.readiness.case import Case
from certfolio.records.person import Person
from certfolio.records.site import Site


def is_employed(person: Person, day: date) -> bool:
    """Whether the day lies between the person's first and last day, both included."""
    has_left = person.active_until is not None and person.active_until < day
    return person.active_from <= day and not has_left


def workforce(case: Case, day: date) -> tuple[Person, ...]:
    """Return the people in scope on the day; those on leave and at sites out of scope are not."""
    outside = {site.id for site in case.graph.all(Site) if not site.in_scope}
    return tuple(
        person
        for person in case.graph.all(Person)
        if is_employed(person, day) and person.status != "on leave" and person.site not in outside
    )
