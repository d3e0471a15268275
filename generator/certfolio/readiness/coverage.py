"""What documents a clause and what proves that it is operated: two results, never one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from certfolio.linking.graph import Support
from certfolio.model.clause import ClauseRef
from certfolio.standards.catalogue import Clause


class ClauseState(Enum):
    """Where a clause stands by the records; the value is the word readers see."""

    OPERATING = "operating"
    DOCUMENTED_ONLY = "documented only"
    PROOF_STALE = "proof stale"
    GAP = "gap"
    NOT_APPLICABLE = "not applicable"
    NOT_ASSESSED = "not assessed"


@dataclass(frozen=True, slots=True)
class Documented:
    """The documents that speak for a clause: effective ones count, the others are only shown."""

    effective: tuple[Support, ...]
    others: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Operated:
    """The proof that a clause is lived: accepted and current counts, the rest is only shown.

    `first` and `last` are the dates of the oldest and newest accepted proof; the counts are those
    dated in the 3, 6 and 12 months before the day of judgement. `promised` is the shortest
    interval that the proofs promise, `seen_days` the longest distance between two of them.
    """

    current: tuple[Support, ...]
    stale: tuple[Support, ...]
    not_accepted: tuple[Support, ...]
    first: date | None = None
    last: date | None = None
    last_3_months: int = 0
    last_6_months: int = 0
    last_12_months: int = 0
    promised: str | None = None
    seen_days: int | None = None


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """One clause with its two results; `reason` is given where it is not applicable."""

    clause: Clause
    state: ClauseState
    documented: Documented
    operated: Operated
    reason: str | None = None
    others: tuple[Support, ...] = ()


Coverage = Mapping[ClauseRef, ClauseCoverage]
