"""How many clauses of a standard are in which state: counts in words, never a share."""

from collections import Counter
from dataclasses import dataclass

from certfolio.model.clause import ClauseRef
from certfolio.portal.edition import Edition
from certfolio.portal.status import Status
from certfolio.readiness.coverage import ClauseState
from certfolio.standards.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class StateCount:
    """A state and the number of clauses in it."""

    state: Status
    amount: int


def tally(edition: Edition, catalogue: Catalogue) -> tuple[StateCount, ...]:
    """Count the demands of a standard by state, in the order of the states, empty ones left out."""
    counts = Counter(_state(edition, clause.ref) for clause in catalogue.demands)
    return tuple(
        StateCount(Status(state.value), counts[state]) for state in ClauseState if counts[state]
    )


def _state(edition: Edition, ref: ClauseRef) -> ClauseState:
    coverage = edition.coverage.get(ref)
    return coverage.state if coverage else ClauseState.NOT_ASSESSED
