"""Does an approved programme plan the internal audits of every standard?

Stage 1 looks whether internal audits are planned and done. A programme says how often, by what
methods, by whom and with what report the system looks at itself; without one, audits are chance.
"""

from collections.abc import Iterator, Sequence

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.internal_audit import internal_audits, programmes_in_force
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.audit import Audit
from certfolio.records.audit_programme import AuditProgramme
from certfolio.standards.catalogue import Catalogue

_SILENT = (
    ("frequency", say("says nothing about frequency")),
    ("methods", say("says nothing about methods")),
    ("responsibilities", say("says nothing about responsibilities")),
    ("reporting", say("says nothing about reporting")),
)


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
    faults = [silent for part, silent in _SILENT if not getattr(last, part).strip()]
    if last.period.ends < case.as_of:
        faults.append(say("ended on {ends}, and no later one is approved", ends=last.period.ends))
    planned = [a.id for a in audits if a.programme == last.id or a.id in last.planned_audits]
    if not planned:
        faults.append(say("plans no internal audit for {standard}", standard=catalogue.name))
    if faults:
        because = say("{last} {faults}.", last=last.id, faults=Listing(faults))
        return RULE.partly_met(catalogue, because, clauses=clauses, owner=last.owner)
    because = say_count(
        "{last}, approved by {approved_by} on {approved_on}, plans {number} "
        "internal audit for {standard} until {ends}.",
        "{last}, approved by {approved_by} on {approved_on}, plans {number} "
        "internal audits for {standard} until {ends}.",
        len(planned),
        last=last.id,
        approved_by=last.approved_by,
        approved_on=last.approved_on,
        standard=catalogue.name,
        ends=last.period.ends,
    )
    return RULE.met(catalogue, because, clauses=clauses, owner=last.owner)


def _none_in_force(case: Case, catalogue: Catalogue) -> tuple[Message, str | None]:
    others = [p for p in case.graph.all(AuditProgramme) if serves(p, catalogue.id)]
    if not others:
        return say("No audit programme for {standard} is recorded.", standard=catalogue.name), None
    last = max(others, key=lambda programme: programme.period.ends)
    if last.status == "draft" or last.approved_on is None:
        return say(
            "{last} plans the audits of {standard} and is not approved.",
            last=last.id,
            standard=catalogue.name,
        ), last.owner
    if last.approved_on > case.as_of:
        return say(
            "{last} is approved only on {approved_on}.", last=last.id, approved_on=last.approved_on
        ), last.owner
    if last.period.begins > case.as_of:
        return say(
            "{last} begins only on {begins}.", last=last.id, begins=last.period.begins
        ), last.owner
    return say(
        "{last} ended on {ends}, before the audit period.", last=last.id, ends=last.period.ends
    ), last.owner


RULE = Rule(
    id="RR-AUD-01",
    severity=Severity.BLOCKER,
    source="9.2.2",
    needs=("audit programmes", "internal audits"),
    text=__doc__,
    check=check,
)
