"""Says why a clause does not apply."""

from certfolio.model.message import Message, say
from certfolio.readiness.coverage import ClauseCoverage


def left_out(coverage: ClauseCoverage) -> Message:
    """Return the sentence for a clause that the records leave out, with their reason."""
    reason = (coverage.reason or "").rstrip(".")
    return say("{clause} does not apply: {reason}.", clause=coverage.clause.ref, reason=reason)
