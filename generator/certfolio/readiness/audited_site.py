"""Finds the audit programmes that look at a site."""

from collections.abc import Mapping, Sequence

from certfolio.readiness.case import Case
from certfolio.records.audit import Audit
from certfolio.records.audit_programme import AuditProgramme


def programmes_by_site(case: Case) -> Mapping[str, Sequence[str]]:
    """Return for each site the programmes beyond draft that name it, themselves or by an audit."""
    audited: dict[str, list[str]] = {}
    for audit in case.graph.all(Audit):
        if audit.status != "cancelled":
            audited.setdefault(audit.programme, []).extend(audit.sites)
    named: dict[str, list[str]] = {}
    for programme in case.graph.all(AuditProgramme):
        if programme.status != "draft":
            for site in dict.fromkeys((*programme.sites, *audited.get(programme.id, ()))):
                named.setdefault(site, []).append(programme.id)
    return named
