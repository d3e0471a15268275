"""Finds what the certification body found in each of its audits."""

from collections.abc import Mapping
from types import MappingProxyType

from certfolio.readiness.case import Case
from certfolio.records.certification_audit import CertificationAudit
from certfolio.records.finding import Finding


def findings_of_body(case: Case) -> Mapping[str, tuple[Finding, ...]]:
    """Return the findings of every certification audit, whoever of the two names the other."""
    found: dict[str, dict[str, Finding]] = {
        audit.id: {} for audit in case.graph.all(CertificationAudit)
    }
    for finding in case.graph.all(Finding):
        if finding.audit in found:
            found[finding.audit][finding.id] = finding
    for audit in case.graph.all(CertificationAudit):
        for id in audit.findings:
            record = case.graph.find(id)
            if isinstance(record, Finding):
                found[audit.id][id] = record
    return MappingProxyType({id: tuple(findings.values()) for id, findings in found.items()})
