"""Finds the internal audits, who audited, and the cycle in which they count."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from certfolio.readiness.case import Case
from certfolio.records.audit import Audit
from certfolio.records.audit_programme import AuditProgramme
from certfolio.records.part import Period


def internal_audits(case: Case) -> tuple[Audit, ...]:
    """Return the organization's audits of itself; cancelled ones and those of suppliers are not."""
    return tuple(
        audit
        for audit in case.graph.all(Audit)
        if audit.kind == "internal" and audit.status != "cancelled"
    )


def reported_audits(case: Case) -> tuple[Audit, ...]:
    """Return the internal audits that took place and were reported."""
    audits = internal_audits(case)
    return tuple(audit for audit in audits if audit.status in {"reported", "closed"})


def days_of(audit: Audit) -> Period:
    """Return the days on which an audit took place, or those for which it is planned."""
    return audit.held or audit.planned


def auditors(audits: Iterable[Audit]) -> tuple[str, ...]:
    """Return the ids of those who audit, lead auditors first, each once."""
    return tuple(dict.fromkeys(id for audit in audits for id in (audit.lead_auditor, *audit.team)))


def programmes_in_force(case: Case) -> tuple[AuditProgramme, ...]:
    """Return the approved programmes that have begun and reach into the audit period."""
    begins = case.graph.settings.audit_period.begins
    return tuple(
        programme
        for programme in case.graph.all(AuditProgramme)
        if programme.approved_on is not None
        and programme.status != "draft"
        and programme.approved_on <= case.as_of
        and programme.period.begins <= case.as_of
        and programme.period.ends >= begins
    )


def cycle_begin(case: Case) -> date:
    """Return the first day from which audits count: that of the first programme in force.

    Without a programme in force it is the first day of the audit period.
    """
    begins = [programme.period.begins for programme in programmes_in_force(case)]
    return min(begins, default=case.graph.settings.audit_period.begins)


def audits_of_cycle(case: Case) -> tuple[Audit, ...]:
    """Return the internal audits of the cycle that were held and reported up to the day."""
    begin = cycle_begin(case)
    return tuple(
        audit
        for audit in reported_audits(case)
        if audit.held is not None and begin <= audit.held.ends <= case.as_of
    )


def audits_to_come(case: Case) -> tuple[Audit, ...]:
    """Return the internal audits that are under way or planned, and not overdue."""
    return tuple(
        audit
        for audit in internal_audits(case)
        if audit.status in {"planned", "in progress"} and audit.planned.ends >= case.as_of
    )


def looked_at(audits: Iterable[Audit]) -> Mapping[str, Audit]:
    """Return the last audit of everything audited: clauses, processes and sites as text."""
    found: dict[str, Audit] = {}
    for audit in sorted(audits, key=lambda audit: days_of(audit).ends):
        for what in (*audit.audited_clauses, *audit.processes, *audit.sites):
            found[str(what)] = audit
    return MappingProxyType(found)
