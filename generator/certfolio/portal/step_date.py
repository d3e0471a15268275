"""Which dates of a record type say when something last happened and when it is due next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from certfolio.records.record import Record


@dataclass(frozen=True, slots=True)
class StepDates:
    """Paths of date fields; records in a `settled` status owe nothing any more."""

    happened: str
    due: str
    settled: frozenset[str]


def _row(happened: str, due: str, *settled: str) -> StepDates:
    return StepDates(happened, due, frozenset(settled))


DATES: Mapping[str, StepDates] = MappingProxyType(
    {
        "scope-statement": _row("approved_on", "next_review", "superseded"),
        "gap-item": _row("assessed_on", ""),
        "action": _row("done_on", "due", "done", "cancelled"),
        "training-session": _row("held_on", "held_on", "held", "evaluated", "cancelled"),
        "competence-record": _row("obtained_on", "valid_until", "expired", "waived"),
        "policy": _row("approved_on", "next_review", "superseded", "withdrawn"),
        "document": _row("approved_on", "next_review", "superseded", "withdrawn"),
        "process": _row("last_change", ""),
        "soa-entry": _row("approved_on", ""),
        "evidence": _row("dated", "valid_until", "rejected", "expired", "withdrawn"),
        "objective": _row("measurements.on", "due", "achieved", "missed", "dropped"),
        "risk": _row("reviewed_on", ""),
        "legal-requirement": _row("evaluated_on", "next_evaluation", "repealed"),
        "supplier": _row("evaluated_on", "next_evaluation", "rejected", "suspended"),
        "change": _row("reviewed_on", "effective_on", "implemented", "reviewed", "cancelled"),
        "context-issue": _row("reviewed_on", ""),
        "interested-party": _row("reviewed_on", ""),
        "exercise": _row("held_on", "held_on", "held", "reported", "cancelled"),
        "audit-programme": _row("approved_on", ""),
        "audit": _row(
            "held.ends", "planned.begins", "in progress", "reported", "closed", "cancelled"
        ),
        "finding": _row("found_on", "response_due", "closed", "withdrawn"),
        "corrective-action": _row("closed_on", "due", "closed effective", "rejected"),
        "management-review": _row("held_on", "held_on", "held", "approved"),
        "certification-audit": _row(
            "held.ends", "planned.begins", "held", "reported", "closed", "cancelled"
        ),
        "waiver": _row("approved_on", "expires_on", "withdrawn"),
        "certificate": _row("decided_on", "valid_until", "withdrawn", "expired"),
    }
)


def dates_in(record: Record, path: str) -> Iterator[date]:
    """Yield the dates at a path such as `measurements.on`; an empty path has none."""
    values: list[object] = [record]
    for name in path.split(".") if path else ():
        values = [inner for value in values for inner in _inside(value, name)]
    yield from (value for value in values if isinstance(value, date))


def _inside(value: object, name: str) -> tuple[object, ...]:
    if value is None:
        return ()
    inner = getattr(value, name)
    return inner if isinstance(inner, tuple) else (inner,)
