"""Judges one reference: found and current, or in which other state and why."""

import difflib
from collections.abc import Iterable, Mapping

from certfolio.linking.link import LinkState
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.records.field_walk import Marked
from certfolio.records.record import Record
from certfolio.records.record_types import BY_NAME, type_of
from certfolio.records.reference import Reference

# A newer version names the one it replaces: that the other one is superseded is the point of it.
_HISTORY = frozenset({"replaces", "previous"})
# People answer for their own entry, and nothing is hidden by it.
_MAY_NAME_ITSELF = frozenset({"owner"})


def field_of(pointer: str) -> str:
    """Return the outermost property of a pointer: `actions` of /actions/0."""
    return pointer.split("/")[1]


def state_of(record: Record, reference: Marked, records: Mapping[str, Record]) -> LinkState:
    """Return the state of a reference, cycles left aside."""
    target = records.get(reference.value)
    if target is None:
        return LinkState.DANGLING
    types = reference.mark.types if isinstance(reference.mark, Reference) else ()
    if types and type_of(target).name not in types:
        return LinkState.WRONG_TYPE
    name = field_of(reference.pointer)
    if target is record and name not in _MAY_NAME_ITSELF:
        return LinkState.SELF_REFERENCE
    if target.status == "superseded" and name not in _HISTORY:
        return LinkState.SUPERSEDED
    if target.status == "withdrawn" and name not in _HISTORY:
        return LinkState.WITHDRAWN
    return LinkState.GOOD


def problem_of(
    record: Record, reference: Marked, state: LinkState, records: Mapping[str, Record]
) -> Problem | None:
    """Return what is to be said about a reference in this state, nothing for a good one."""
    tell = {
        LinkState.DANGLING: _dangling,
        LinkState.WRONG_TYPE: _wrong_type,
        LinkState.SELF_REFERENCE: _self_reference,
        LinkState.SUPERSEDED: _superseded,
        LinkState.WITHDRAWN: _withdrawn,
    }.get(state)
    return None if tell is None else tell(record, reference, records)


def suggestion(wrong: str, candidates: Iterable[str], otherwise: str) -> str:
    """Return `did you mean …?` for a near miss, else the other advice."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    close = difflib.get_close_matches(wrong.casefold(), by_folded, n=1, cutoff=0.7)
    return f"did you mean {by_folded[close[0]]}?" if close else otherwise


def _nouns(reference: Marked) -> str:
    types = reference.mark.types if isinstance(reference.mark, Reference) else ()
    nouns = [BY_NAME[name].noun.lower() for name in types]
    return " or ".join(nouns) if nouns else "record"


def _dangling(record: Record, reference: Marked, records: Mapping[str, Record]) -> Problem:
    types = reference.mark.types if isinstance(reference.mark, Reference) else ()
    fitting = [other.id for other in records.values() if not types or type_of(other).name in types]
    return Problem(
        record.origin.place(reference.pointer),
        f"no record has the id {shown(reference.value)}",
        Code.DANGLING,
        f"the id of an existing {_nouns(reference)}",
        suggestion(reference.value, fitting, "write that record, or take the id out"),
    )


def _wrong_type(record: Record, reference: Marked, records: Mapping[str, Record]) -> Problem:
    noun = type_of(records[reference.value]).noun.lower()
    return Problem(
        record.origin.place(reference.pointer),
        f"{shown(reference.value)} is of the type {noun}",
        Code.WRONG_TYPE,
        f"the id of a record of the type {_nouns(reference)}",
        "name the right record, or move this one to the field where it belongs",
    )


def _self_reference(record: Record, reference: Marked, _: Mapping[str, Record]) -> Problem:
    return Problem(
        record.origin.place(reference.pointer),
        f"the record names itself, {shown(record.id)}",
        Code.SELF_REFERENCE,
        "the id of another record",
        "take the id out, or name the record that is meant",
    )


def _superseded(record: Record, reference: Marked, records: Mapping[str, Record]) -> Problem:
    newer = [
        other.id
        for other in records.values()
        if getattr(other, "replaces", None) == reference.value
    ]
    return Problem(
        record.origin.place(reference.pointer),
        f"{shown(reference.value)} is superseded",
        Code.SUPERSEDED,
        "the version in force",
        f"write {newer[0]}" if newer else "name the version that replaced it",
        is_notice=True,
    )


def _withdrawn(record: Record, reference: Marked, _: Mapping[str, Record]) -> Problem:
    return Problem(
        record.origin.place(reference.pointer),
        f"{shown(reference.value)} is withdrawn",
        Code.WITHDRAWN,
        "a record that still counts",
        "name another record, or say in the text why this one is still named",
        is_notice=True,
    )
