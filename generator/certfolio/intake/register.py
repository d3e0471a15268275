"""Takes a file apart into its records: one mapping is one record, a register holds many.

A register has `records:`, a list of mappings, and may have `defaults:`, a mapping merged under
every row; what a row says itself wins.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from certfolio.intake.parsed import Parsed
from certfolio.intake.phrase import did_you_mean, kind_of
from certfolio.intake.place import Places, pointer
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

_TOP = ("records", "defaults")
_ROWS = "a list of records, each a mapping of key: value lines"


@dataclass(frozen=True, slots=True)
class Row:
    """One record before validation; places of defaulted keys are those in `defaults:`."""

    value: dict[str, object]
    pointer: str
    places: Places


def rows(parsed: Parsed) -> tuple[list[Row], list[Problem]]:
    """Return the records of a file in their order, and what is wrong with the register as such."""
    value = parsed.value
    if not isinstance(value, dict):
        return [], [_not_a_record(parsed.places, "", value)]
    if parsed.body is not None or "records" not in value:
        return [Row(value, "", parsed.places)], []
    return _register(value, parsed.places)


def _register(value: dict[str, object], places: Places) -> tuple[list[Row], list[Problem]]:
    problems = [_unknown(places, key) for key in value if key not in _TOP]
    defaults = value.get("defaults", {})
    if not isinstance(defaults, dict):
        problems.append(_not_a_record(places, "/defaults", defaults))
        defaults = {}
    records = value["records"]
    if not isinstance(records, list):
        fix = "write every record below records: as an entry that begins with a dash"
        found = f"found {kind_of(records)}"
        return [], [*problems, Problem(places.of("/records"), found, Code.TYPE, _ROWS, fix)]
    found_rows = []
    for number, record in enumerate(records):
        where = pointer("records", number)
        if isinstance(record, dict):
            found_rows.append(_row(record, where, defaults, places))
        else:
            problems.append(_not_a_record(places, where, record))
    return found_rows, problems


def _row(
    record: dict[str, object], where: str, defaults: Mapping[str, object], places: Places
) -> Row:
    borrowed = [key for key in defaults if key not in record]
    if not borrowed:
        return Row(record, where, places)
    moved = {where + pointer(key): pointer("defaults", key) for key in borrowed}
    return Row({**defaults, **record}, where, places.borrowing(moved))


def _not_a_record(places: Places, where: str, value: object) -> Problem:
    return Problem(
        places.of(where),
        f"found {kind_of(value)}",
        Code.TYPE,
        "a mapping: key: value lines",
        "write every key on a line of its own, such as id: R-001",
    )


def _unknown(places: Places, key: str) -> Problem:
    advice = did_you_mean(key, _TOP)
    fix = advice or "remove the key, or move it below defaults: if it is meant for every record"
    return Problem(
        places.of_key(pointer(key)),
        f"the key {shown(key)} is not known in a register",
        Code.UNKNOWN_KEY,
        "records: and, if wanted, defaults:",
        fix,
    )
