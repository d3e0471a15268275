"""Do the body's audits visit as many sites as are usually sampled?

Of similar sites a body visits a sample: about the square root of their number at first, fewer in
surveillance and recertification, and always the central function. The numbers help to plan; the
body may ask for more.
"""

from collections.abc import Iterator
from math import isqrt

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.certification_audit import CertificationAudit

# Tenths of the square root that each kind of audit samples.
_TENTHS = {"stage 2": 10, "surveillance": 6, "recertification": 8}


def check(case: Case) -> Iterator[ReadinessFinding]:
    if len(case.sites) < 2:
        yield RULE.not_applicable("portal", "Fewer than two active sites are in scope.")
        return
    audits = [
        audit
        for audit in case.graph.all(CertificationAudit)
        if audit.kind in _TENTHS and audit.status != "cancelled"
    ]
    if not audits:
        words = f"No audit that samples sites is recorded; {_expected(case)}."
        yield RULE.not_assessed("portal", words, owner=case.top_management)
    for audit in audits:
        yield _judged(case, audit)


def sample_size(sites: int, tenths: int) -> int:
    """Return so many tenths of the square root of a number, rounded up, counted without floats."""
    if sites == 0:
        return 0
    root = isqrt(tenths * tenths * sites - 1) + 1
    return -(-root // 10)


def _others(case: Case) -> tuple[str, ...]:
    return tuple(site.id for site in case.sites if site.kind != "central function")


def _expected(case: Case) -> str:
    others = len(_others(case))
    sizes = [f"{sample_size(others, tenths)} in {kind}" for kind, tenths in _TENTHS.items()]
    return (
        f"beside the central function there {'is' if others == 1 else 'are'}"
        f" {counted(others, 'site')}, of which a body usually visits {listed(sizes)}"
    )


def _judged(case: Case, audit: CertificationAudit) -> ReadinessFinding:
    if not audit.sites:
        return RULE.not_assessed(audit, f"{audit.id} names no sites; {_expected(case)}.")
    others = _others(case)
    visited = [site for site in others if site in audit.sites]
    wanted = sample_size(len(others), _TENTHS[audit.kind])
    centres = [site.id for site in case.sites if site.kind == "central function"]
    missed = [site for site in centres if site not in audit.sites]
    told = f"{audit.id} ({audit.kind}) visits {len(visited)} of {counted(len(others), 'site')}"
    if missed:
        words = f"{told} and leaves out the central function, {listed(missed)}."
        return RULE.gap(audit, words)
    also = f" beside the central function, {listed(centres)}" if centres else ""
    if len(visited) < wanted:
        return RULE.gap(audit, f"{told}{also}; a body usually visits {wanted}.")
    return RULE.met(audit, f"{told}{also}; a body usually visits {wanted}.")


RULE = Rule(
    id="RR-SIT-03",
    severity=Severity.INFO,
    source="MD 1",
    needs=("sites", "sites of the certification body's audits"),
    text=__doc__,
    check=check,
)
