"""Checks that ids are unique and stay unique as file names."""

from collections.abc import Iterable

from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.records.record import Record


def slug(id: str) -> str:
    """Return the id as it stands in file names: lower case, dots as hyphens."""
    return id.lower().replace(".", "-")


def identity_problems(records: Iterable[Record]) -> list[Problem]:
    """Return a problem at every record whose id, or file name, another one had first."""
    first: dict[str, Record] = {}
    problems = []
    for record in sorted(records, key=lambda record: record.origin.place("/id")):
        other = first.setdefault(slug(record.id), record)
        if other is not record:
            problems.append(_problem(record, other))
    return problems


def _problem(record: Record, other: Record) -> Problem:
    place = other.origin.place("/id")
    if record.id == other.id:
        found = f"the id {shown(record.id)} is already used at {place}"
        return Problem(
            record.origin.place("/id"),
            found,
            Code.DUPLICATE_ID,
            "an id of its own for every record",
            "give this record the next free id",
        )
    return Problem(
        record.origin.place("/id"),
        f"the id {shown(record.id)} would share a file name with {shown(other.id)} at {place}",
        Code.COLLISION,
        "ids that differ in more than case, dots and hyphens",
        "give this record the next free id",
    )
