"""Chooses a record by a stated rule, so that the same records always give the same tour."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from certfolio.linking.graph import Support
from certfolio.model.ordering import natural_key
from certfolio.portal.edition import Edition
from certfolio.readiness.coverage import ClauseCoverage
from certfolio.records.audit import Audit
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.finding import Finding
from certfolio.records.record import Record

R = TypeVar("R", bound=Record)


def newest(records: Iterable[R], day: Callable[[R], date | None], as_of: date) -> R | None:
    """Return the record with the latest day up to `as_of`; of several, the first by number."""
    dated = [(day(record), record) for record in records]
    past = [(when, record) for when, record in dated if when is not None and when <= as_of]
    if not past:
        return None
    return min(past, key=lambda pair: (-pair[0].toordinal(), natural_key(pair[1].id)))[1]


def fullest_clause(edition: Edition) -> ClauseCoverage | None:
    """Return the clause with the most current proof among those that a document supports too."""
    covered = [
        coverage
        for catalogue in edition.graph.standards.catalogues.values()
        for clause in catalogue.demands
        if (coverage := edition.coverage.get(clause.ref)) is not None
        and coverage.documented.effective
        and coverage.operated.current
    ]
    return max(covered, key=lambda coverage: len(coverage.operated.current), default=None)


def newest_proof(coverage: ClauseCoverage, as_of: date) -> Record | None:
    return newest(
        (support.record for support in coverage.operated.current), _dated, as_of
    ) or _first(coverage.operated.current)


def audit_with_most_findings(edition: Edition) -> Audit | None:
    """Return the audit that was held and found most; of several, the one held last."""
    held = [audit for audit in edition.graph.all(Audit) if audit.held is not None]
    return max(
        held,
        key=lambda audit: (len(audit.findings), audit.held.ends if audit.held else date.min),
        default=None,
    )


def finding_of(edition: Edition, audit: Audit) -> Finding | None:
    """Return the gravest finding of an audit, of several the first."""
    found = [edition.graph.find(id) for id in audit.findings]
    grades = ("major", "minor")
    own = [finding for finding in found if isinstance(finding, Finding)]
    return min(
        own,
        key=lambda f: grades.index(f.grade) if f.grade in grades else len(grades),
        default=None,
    )


def action_for(edition: Edition, finding: Finding | None) -> CorrectiveAction | None:
    """Return the corrective action for a finding, else the newest that is still open."""
    actions = edition.graph.all(CorrectiveAction)
    if finding is not None:
        own = next((action for action in actions if finding.id in action.findings), None)
        if own is not None:
            return own
    still_open = [action for action in actions if action.closed_on is None]
    return newest(still_open, lambda action: action.found_on, edition.as_of)


def next_certification_audit(edition: Edition) -> CertificationAudit | None:
    """Return the audit by the certification body that comes next, else the last one."""
    audits = edition.graph.all(CertificationAudit)
    coming = [audit for audit in audits if audit.planned.begins >= edition.as_of]
    if coming:
        return min(coming, key=lambda audit: audit.planned.begins)
    return newest(audits, lambda audit: audit.planned.begins, edition.as_of)


def _dated(record: Record) -> date | None:
    dated: date | None = getattr(record, "dated", None)
    return dated


def _first(supports: Iterable[Support]) -> Record | None:
    return next((support.record for support in supports), None)
