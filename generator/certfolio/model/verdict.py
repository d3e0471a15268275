"""What a readiness rule answers, and how much hangs on it."""

from enum import Enum


class Verdict(Enum):
    """The closed list of answers; never one empty value for several meanings."""

    MET = "met"
    PARTLY_MET = "partly met"
    GAP = "gap"
    NOT_APPLICABLE = "not applicable"
    NOT_ASSESSED = "not assessed"

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self in {Verdict.PARTLY_MET, Verdict.GAP}


class Severity(Enum):
    """What an open finding means for the audit, the gravest first."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)
