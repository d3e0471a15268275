"""What internal audits look at: a process or a family of clauses, and who looked when."""

from collections.abc import Sequence
from dataclasses import dataclass

from certfolio.model.clause import ClauseRef
from certfolio.model.message import say
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import ClauseLink, RecordLink, link_to
from certfolio.portal.pictures.clause_family import families, family_title
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.internal_audit import days_of
from certfolio.records.audit import Audit
from certfolio.records.process import Process


@dataclass(frozen=True, slots=True)
class Seen:
    """How much of a row the audits of a year name: reported ones, and those still planned."""

    reported: tuple[Audit, ...]
    planned: tuple[Audit, ...]
    amount: int
    coming: int
    all: int

    @property
    def style(self) -> str:
        if self.amount:
            return "shade-3" if self.amount == self.all else "shade-1"
        return "open" if self.coming else "none"

    @property
    def letter(self) -> str:
        """The number of what is named, of how many where it is a part; `p` where only planned."""
        if self.amount:
            return str(self.amount) if self.amount == self.all else f"{self.amount}/{self.all}"
        return f"p {self.coming}" if self.coming else ""

    @property
    def said(self) -> str:
        if self.amount:
            return say("{number} of {all}", number=self.amount, all=self.all)
        if self.coming:
            return say("{number} of {all} planned", number=self.coming, all=self.all)
        return say("none")


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A process, or the demands of one family of a standard."""

    title: str
    href: str
    process: Process | None = None
    clauses: tuple[ClauseRef, ...] = ()
    standard: str = ""
    number: str = ""
    name: str = ""

    def seen(self, audits: Sequence[Audit], year: int) -> Seen:
        """Return what audits of a year name of this row, counted once each."""
        inside = [a for a in audits if days_of(a).ends.year == year and self._named((a,))]
        done = tuple(audit for audit in inside if audit.status in {"reported", "closed"})
        coming = tuple(audit for audit in inside if audit not in done)
        amount = self._named(done)
        whole = 1 if self.process else len(self.clauses)
        return Seen(done, coming, amount, self._named(coming), whole)

    def link(self, edition: Edition) -> RecordLink | ClauseLink:
        if self.process:
            return link_to(edition, self.process)
        return ClauseLink(self.standard, self.number, self.name, self.href)

    def _named(self, audits: Sequence[Audit]) -> int:
        if self.process:
            return int(any(self.process.id in audit.processes for audit in audits))
        named = {ref for audit in audits for ref in audit.audited_clauses}
        return sum(ref in named for ref in self.clauses)


def audit_rows(edition: Edition) -> tuple[AuditRow, ...]:
    """Return the processes that are not retired, then the clause families of every standard."""
    processes = tuple(
        AuditRow(f"{process.id} {process.title}", address.record(process.id), process)
        for process in edition.graph.all(Process)
        if process.status != "retired"
    )
    return (*processes, *_families(edition))


def _families(edition: Edition) -> tuple[AuditRow, ...]:
    found: list[AuditRow] = []
    for catalogue in edition.graph.standards.catalogues.values():
        for number, clauses in families(catalogue).items():
            refs = tuple(c.ref for c in clauses if _applies(edition, c.ref))
            name = edition.language.text(family_title(catalogue, number, clauses))
            heading = catalogue.clause(number)
            href = address.clause(heading.ref if heading else clauses[0].ref)
            if refs:
                title = f"{number} {name}"
                row = AuditRow(title, href, None, refs, catalogue.name, number, name)
                found.append(row)
    return tuple(found)


def _applies(edition: Edition, ref: ClauseRef) -> bool:
    coverage = edition.coverage.get(ref)
    return coverage is None or coverage.state is not ClauseState.NOT_APPLICABLE
