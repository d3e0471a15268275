"""Editions for pictures: nothing, one of each, hundreds, hostile texts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from certfolio.portal.edition import Edition
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.evidence import Evidence
from certfolio.records.objective import Objective
from certfolio.records.process import Process
from certfolio.records.record import Record
from certfolio.records.record_types import type_of
from certfolio.records.risk import Risk
from portal.editions import AS_OF, bare_edition, empty_edition, silent_edition, small_edition
from portal.example_record import example_records

HOSTILE = (
    "W" * 10_000,
    "שלום עולם <b>&\"'",
    "</svg><script>alert(1)</script>",
    "\u202eevil\n]]>",
    "字" * 300,
)
MANY = frozenset(
    ("evidence", "corrective-action", "competence-record", "objective", "risk", "process")
) | {"audit", "site", "person", "role", "training-session"}


def hundreds(amount: int = 200) -> Edition:
    """Return an edition with so many records of each type that is drawn."""
    records = list(example_records())
    for record in tuple(records):
        row = type_of(record)
        if row.name in MANY and record.id == f"{row.prefix}-001":
            records.extend(_copies(record, row.prefix, amount))
    return small_edition(tuple(records))


def hostile() -> Edition:
    """Return an edition whose texts are as long, turned and forged as a record may hold."""
    records = (
        replace(record, title=HOSTILE[index % len(HOSTILE)])
        for index, record in enumerate(example_records())
    )
    return small_edition(tuple(records))


def all_editions() -> dict[str, Edition]:
    return {
        "empty": empty_edition(),
        "bare": bare_edition(),
        "small": small_edition(),
        "silent": silent_edition(),
        "hundreds": hundreds(),
        "hostile": hostile(),
    }


def _copies(record: Record, prefix: str, amount: int) -> Iterator[Record]:
    for number in range(500, 500 + amount):
        yield _varied(replace(record, id=f"{prefix}-{number}"), prefix, number)


def _varied(record: Record, prefix: str, number: int) -> Record:
    """Spread the copies over days, cells and bands; processes stand in circles."""
    step = timedelta(days=number * 7 % 900)
    if isinstance(record, Evidence):
        return replace(record, dated=AS_OF - step, valid_until=AS_OF + step, period=None)
    if isinstance(record, CorrectiveAction):
        return replace(record, status="open", found_on=AS_OF - step, due=AS_OF + step // 3)
    if isinstance(record, Objective):
        return replace(record, better=("higher", "lower")[number % 2])  # type: ignore[arg-type]
    if isinstance(record, Risk):
        rating = replace(record.evaluation, likelihood=number % 5 + 1, impact=number % 3 + 1)
        return replace(record, evaluation=rating)
    if isinstance(record, Process):
        kind = ("management", "core", "support")[number % 3]
        to = (f"{prefix}-{500 + (number + 1) % 40}", f"{prefix}-{500 + number * 7 % 40}", record.id)
        return replace(record, kind=kind, successors=to)  # type: ignore[arg-type]
    return record
