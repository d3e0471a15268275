"""What a readiness rule says about one thing it looked at."""

from dataclasses import dataclass
from datetime import date

from certfolio.model.clause import ClauseRef
from certfolio.model.verdict import Severity, Verdict


@dataclass(frozen=True, slots=True)
class ReadinessFinding:
    """A rule's answer about one subject, with its reason as a full sentence.

    `subject` is the id of a record, a clause reference as text, the id of a standard, or `portal`
    for the organization as a whole. `clauses` are the clauses it belongs to, `owner` the person who
    can mend it, `due` the day by which it has to be mended where the records name one. `waived` is
    the sentence that says who waived it, why and until when.
    """

    rule: str
    severity: Severity
    verdict: Verdict
    subject: str
    reason: str
    clauses: tuple[ClauseRef, ...] = ()
    owner: str | None = None
    due: date | None = None
    waived: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still counts: a gap, or half a gap, that nobody waived."""
        return self.verdict.is_open and self.waived is None
