"""Says why a clause does not apply."""

from certfolio.readiness.coverage import ClauseCoverage


def left_out(coverage: ClauseCoverage) -> str:
    """Return the sentence for a clause that the records leave out, with their reason."""
    reason = (coverage.reason or "").rstrip(".")
    return f"{coverage.clause.ref} does not apply: {reason}."
