"""Does an approved programme plan the internal audits of every standard?

Stage 1 looks whether internal audits are planned and done. A programme says how often, by what
methods, by whom and with what report the system looks at itself; without one, audits are chance.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.internal_audit import internal_audits, programmes_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.audit import Audit
from certfolio.records.audit_programme import AuditProgramme
from certfolio.standards.catalogue import Catalogue

_PARTS = ("frequency", "methods", "responsibilities", "reporting")


def check(case: Case) -> Iterator[ReadinessFinding]:
    audits = internal_audits(case)
    for catalogue in case.catalogues:
        own = [audit for audit in audits if serves(audit, catalogue.id)]
        yield _judged(case, catalogue, own)


def _judged(case: Case, catalogue: Catalogue, audits: Sequence[Audit]) -> ReadinessFinding:
    clauses = refs_below(catalogue, "9.2")
    programmes = [p for p in programmes_in_force(case) if serves(p, catalogue.id)]
    if not programmes:
        because, owner = _none_in_force(case, catalogue)
        return RULE.gap(catalogue, because, clauses=clauses, owner=owner)
    last = max(programmes, key=lambda programme: programme.period.ends)
    faults = [f"says nothing about {part}" for part in _PARTS if not getattr(last, part).strip()]
    if last.period.ends < case.as_of:
        faults.append(f"ended on {last.period.ends}, and no later one is approved")
    planned = [a.id for a in audits if a.programme == last.id or a.id in last.planned_audits]
    if not planned:
        faults.append(f"plans no internal audit for {catalogue.name}")
    if faults:
        because = f"{last.id} {listed(faults)}."
        return RULE.partly_met(catalogue, because, clauses=clauses, owner=last.owner)
    number = counted(len(planned), "internal audit")
    because = (
        f"{last.id}, approved by {last.approved_by} on {last.approved_on}, plans {number} for "
        f"{catalogue.name} until {last.period.ends}."
    )
    return RULE.met(catalogue, because, clauses=clauses, owner=last.owner)


def _none_in_force(case: Case, catalogue: Catalogue) -> tuple[str, str | None]:
    others = [p for p in case.graph.all(AuditProgramme) if serves(p, catalogue.id)]
    if not others:
        return f"No audit programme for {catalogue.name} is recorded.", None
    last = max(others, key=lambda programme: programme.period.ends)
    if last.status == "draft" or last.approved_on is None:
        return f"{last.id} plans the audits of {catalogue.name} and is not approved.", last.owner
    if last.approved_on > case.as_of:
        return f"{last.id} is approved only on {last.approved_on}.", last.owner
    if last.period.begins > case.as_of:
        return f"{last.id} begins only on {last.period.begins}.", last.owner
    return f"{last.id} ended on {last.period.ends}, before the audit period.", last.owner


RULE = Rule(
    id="RR-AUD-01",
    severity=Severity.BLOCKER,
    source="9.2.2",
    needs=("audit programmes", "internal audits"),
    text=__doc__,
    check=check,
)
