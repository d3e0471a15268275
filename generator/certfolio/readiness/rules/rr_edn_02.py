"""Is there a plan for moving to the next edition?

An edition that is being replaced may be used for some years more. The certification body asks when
and how the organization will move, since the move costs audit time and changes documents.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import listed
from certfolio.records.certificate import Certificate
from certfolio.standards.catalogue import Catalogue
from certfolio.standards.expectation import Transition

_ENDED = ("withdrawn", "expired")


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        transition = case.expected(catalogue.id).transition
        if transition is None:
            yield RULE.not_applicable(catalogue, f"No newer edition of {catalogue.name} is known.")
        else:
            yield _judged(case, catalogue, transition)


def _judged(case: Case, catalogue: Catalogue, transition: Transition) -> ReadinessFinding:
    certificates = [
        certificate
        for certificate in case.graph.all(Certificate)
        if serves(certificate, catalogue.id) and certificate.status not in _ENDED
    ]
    owner = certificates[0].owner if certificates else None
    plans = [row.id for row in certificates if row.transition_plan]
    end = transition.valid_until
    known = f"end on {end}" if end else "end on a day not known yet"
    begin = f"Certificates to {catalogue.name} {known}"
    if transition.successor in case.graph.standards.catalogues:
        because = f"{begin}; its successor, {transition.successor}, is declared as well."
        return RULE.met(catalogue, because, owner=owner)
    if plans:
        because = f"{begin}; the plan for moving to {transition.successor} is in {listed(plans)}."
        return RULE.met(catalogue, because, owner=owner)
    because = f"{begin}; no certificate record holds a plan for moving to {transition.successor}."
    return RULE.gap(catalogue, because, owner=owner, due=end)


RULE = Rule(
    id="RR-EDN-02",
    severity=Severity.INFO,
    source="transition rules",
    needs=("dates of the editions", "transition plans of certificates"),
    text=__doc__,
    check=check,
)
