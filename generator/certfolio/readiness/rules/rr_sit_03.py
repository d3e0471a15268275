"""Do the body's audits visit as many sites as are usually sampled?

Of similar sites a body visits a sample: about the square root of their number at first, fewer in
surveillance and recertification, and always the central function. The numbers help to plan; the
body may ask for more.
"""

from collections.abc import Iterator
from math import isqrt

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.certification_audit import CertificationAudit

# Tenths of the square root that each kind of audit samples.
_TENTHS = {"stage 2": 10, "surveillance": 6, "recertification": 8}


def check(case: Case) -> Iterator[ReadinessFinding]:
    if len(case.sites) < 2:
        yield RULE.not_applicable("portal", say("Fewer than two active sites are in scope."))
        return
    audits = [
        audit
        for audit in case.graph.all(CertificationAudit)
        if audit.kind in _TENTHS and audit.status != "cancelled"
    ]
    if not audits:
        words = say(
            "No audit that samples sites is recorded; {expected}.", expected=_expected(case)
        )
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


def _expected(case: Case) -> Message:
    others = len(_others(case))
    sizes = [
        say("{sites} in {kind}", sites=sample_size(others, tenths), kind=word("value", kind))
        for kind, tenths in _TENTHS.items()
    ]
    return say_count(
        "beside the central function there is {number} site, of which a body usually visits "
        "{sizes}",
        "beside the central function there are {number} sites, of which a body usually visits "
        "{sizes}",
        others,
        sizes=Listing(sizes),
    )


def _judged(case: Case, audit: CertificationAudit) -> ReadinessFinding:
    if not audit.sites:
        return RULE.not_assessed(
            audit,
            say("{audit} names no sites; {expected}.", audit=audit.id, expected=_expected(case)),
        )
    others = _others(case)
    visited = [site for site in others if site in audit.sites]
    wanted = sample_size(len(others), _TENTHS[audit.kind])
    centres = [site.id for site in case.sites if site.kind == "central function"]
    missed = [site for site in centres if site not in audit.sites]
    if missed:
        words = say_count(
            "{audit} ({kind}) visits {visited} of {number} site and leaves out the "
            "central function, {missed}.",
            "{audit} ({kind}) visits {visited} of {number} sites and leaves out the "
            "central function, {missed}.",
            len(others),
            audit=audit.id,
            kind=word("value", audit.kind),
            visited=len(visited),
            missed=Listing(missed),
        )
        return RULE.gap(audit, words)
    answer = RULE.gap if len(visited) < wanted else RULE.met
    return answer(audit, _visits(audit, len(others), len(visited), centres, wanted))


def _visits(
    audit: CertificationAudit, others: int, visited: int, centres: list[str], wanted: int
) -> Message:
    kind = word("value", audit.kind)
    if centres:
        return say_count(
            "{audit} ({kind}) visits {visited} of {number} site beside the central "
            "function, {centres}; a body usually visits {wanted}.",
            "{audit} ({kind}) visits {visited} of {number} sites beside the central "
            "function, {centres}; a body usually visits {wanted}.",
            others,
            audit=audit.id,
            kind=kind,
            visited=visited,
            centres=Listing(centres),
            wanted=wanted,
        )
    return say_count(
        "{audit} ({kind}) visits {visited} of {number} site; a body usually visits {wanted}.",
        "{audit} ({kind}) visits {visited} of {number} sites; a body usually visits {wanted}.",
        others,
        audit=audit.id,
        kind=kind,
        visited=visited,
        wanted=wanted,
    )


RULE = Rule(
    id="RR-SIT-03",
    severity=Severity.INFO,
    source="MD 1",
    needs=("sites", "sites of the certification body's audits"),
    text=__doc__,
    check=check,
)
