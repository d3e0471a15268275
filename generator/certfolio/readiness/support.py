"""Judges by the records whether a document counts as in force and an exhibit as proof."""

from datetime import date
from enum import Enum

from certfolio.readiness.interval import lapses_on
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import Evidence
from certfolio.records.part import Period
from certfolio.records.record import Record
from certfolio.records.scope_statement import ScopeStatement


class Standing(Enum):
    """What an exhibit is worth on a given day."""

    CURRENT = "current"
    STALE = "stale"
    NOT_ACCEPTED = "not accepted"


def is_document(record: Record) -> bool:
    """Whether the record is documented information that is maintained: it can document a clause."""
    return isinstance(record, ControlledDocument | ScopeStatement)


def is_effective(record: Record, as_of: date) -> bool:
    """Whether a document is approved and in force on the day; only such a one counts."""
    if not isinstance(record, ControlledDocument | ScopeStatement):
        return False
    wanted = "approved" if isinstance(record, ScopeStatement) else "effective"
    days = (record.approved_on, record.effective_on)
    return record.status == wanted and all(day is not None and day <= as_of for day in days)


def last_day(evidence: Evidence) -> date:
    """Return the last day that an exhibit speaks about, its own date where it names no period."""
    return evidence.dated if evidence.period is None else max(evidence.dated, evidence.period.ends)


def standing(evidence: Evidence, as_of: date, period: Period) -> Standing:
    """Return what an exhibit is worth on the day.

    Proof is accepted by a named person, dated not after the day, and current: within its validity,
    else within its promised interval, else from the audit period.
    """
    is_accepted = evidence.status == "accepted" and evidence.accepted_on is not None
    if not is_accepted or evidence.dated > as_of or (evidence.accepted_on or as_of) > as_of:
        return Standing.NOT_ACCEPTED
    return Standing.CURRENT if _is_current(evidence, as_of, period) else Standing.STALE


def _is_current(evidence: Evidence, as_of: date, period: Period) -> bool:
    if evidence.valid_until is not None:
        return evidence.valid_until >= as_of
    if evidence.interval is not None:
        return lapses_on(last_day(evidence), evidence.interval) >= as_of
    return last_day(evidence) >= period.begins
