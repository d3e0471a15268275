"""A readiness rule: one question, asked of everything it concerns, answered with a reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, word
from certfolio.model.verdict import Severity, Verdict
from certfolio.readiness.case import Case
from certfolio.records.record import Record
from certfolio.standards.catalogue import Catalogue, Clause

PORTAL = "portal"

Subject = Record | Clause | ClauseRef | Catalogue | str
Check = Callable[[Case], Iterator[ReadinessFinding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the RULES table.

    `text` is the docstring of the rule's module, which users read: its first line is the question,
    the rest says why an auditor asks it. `source` names the clause or practice it comes from,
    `needs` the data it looks at, `severity` what a gap means unless the finding says otherwise.
    """

    id: str
    severity: Severity
    source: str
    needs: tuple[str, ...]
    text: str
    check: Check

    @property
    def family(self) -> str:
        """The middle of the id: DOC of RR-DOC-04."""
        return self.id.split("-")[1]

    @property
    def question(self) -> Message:
        return word("rule", self.text.strip().partition("\n")[0])

    @property
    def why(self) -> str:
        """The paragraphs below the question, lines joined."""
        return "\n\n".join(self.paragraphs)

    @property
    def paragraphs(self) -> tuple[Message, ...]:
        """Why an auditor asks it, paragraph by paragraph."""
        rest = self.text.strip().partition("\n")[2].strip()
        parts = (" ".join(part.split()) for part in rest.split("\n\n"))
        return tuple(word("rule", part) for part in parts if part)

    @property
    def basis(self) -> Message:
        """The source, as readers see it."""
        return word("source", self.source)

    @property
    def data(self) -> tuple[Message, ...]:
        """The data it looks at, as readers see it."""
        return tuple(word("need", need) for need in self.needs)

    def met(self, subject: Subject, because: Message, **more: Any) -> ReadinessFinding:
        """Answer yes; `because` continues the subject's name into a full sentence."""
        return self._finding(Verdict.MET, subject, because, **more)

    def partly_met(self, subject: Subject, because: Message, **more: Any) -> ReadinessFinding:
        return self._finding(Verdict.PARTLY_MET, subject, because, **more)

    def gap(self, subject: Subject, because: Message, **more: Any) -> ReadinessFinding:
        """Answer no; `severity`, `owner`, `due` and `clauses` may be given where they differ."""
        return self._finding(Verdict.GAP, subject, because, **more)

    def not_applicable(self, subject: Subject, because: Message, **more: Any) -> ReadinessFinding:
        return self._finding(Verdict.NOT_APPLICABLE, subject, because, **more)

    def not_assessed(self, subject: Subject, because: Message, **more: Any) -> ReadinessFinding:
        """Say that the records do not tell, and what is missing."""
        return self._finding(Verdict.NOT_ASSESSED, subject, because, **more)

    def _finding(
        self,
        verdict: Verdict,
        subject: Subject,
        because: Message,
        *,
        severity: Severity | None = None,
        owner: str | None = None,
        due: date | None = None,
        clauses: tuple[ClauseRef, ...] | None = None,
    ) -> ReadinessFinding:
        return ReadinessFinding(
            rule=self.id,
            severity=severity or self.severity,
            verdict=verdict,
            subject=subject_id(subject),
            reason=because,
            clauses=_clauses(subject) if clauses is None else clauses,
            owner=owner or (subject.owner if isinstance(subject, Record) else None),
            due=due,
        )


def subject_id(subject: Subject) -> str:
    """Return what a finding calls its subject: an id, a clause reference or `portal`."""
    if isinstance(subject, Record | Catalogue):
        return subject.id
    if isinstance(subject, Clause):
        return str(subject.ref)
    return str(subject)


def _clauses(subject: Subject) -> tuple[ClauseRef, ...]:
    if isinstance(subject, Record):
        own = getattr(subject, "clause", None) or getattr(subject, "control", None)
        named = tuple(support.clause for support in subject.clauses)
        return (own, *named) if isinstance(own, ClauseRef) else named
    if isinstance(subject, Clause):
        return (subject.ref,)
    return (subject,) if isinstance(subject, ClauseRef) else ()
