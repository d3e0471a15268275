"""Is there a plan for moving to the next edition?

An edition that is being replaced may be used for some years more. The certification body asks when
and how the organization will move, since the move costs audit time and changes documents.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.rule import Rule
from certfolio.records.certificate import Certificate
from certfolio.standards.catalogue import Catalogue
from certfolio.standards.expectation import Transition

_ENDED = ("withdrawn", "expired")


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        transition = case.expected(catalogue.id).transition
        if transition is None:
            yield RULE.not_applicable(
                catalogue, say("No newer edition of {standard} is known.", standard=catalogue.name)
            )
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
    if transition.successor in case.graph.standards.catalogues:
        because = (
            say(
                "Certificates to {standard} end on {end}; its successor, {successor}, is "
                "declared as well.",
                standard=catalogue.name,
                end=end,
                successor=transition.successor,
            )
            if end
            else say(
                "Certificates to {standard} end on a day not known yet; its successor, "
                "{successor}, is declared as well.",
                standard=catalogue.name,
                successor=transition.successor,
            )
        )
        return RULE.met(catalogue, because, owner=owner)
    if plans:
        because = (
            say(
                "Certificates to {standard} end on {end}; the plan for moving to "
                "{successor} is in {plans}.",
                standard=catalogue.name,
                end=end,
                successor=transition.successor,
                plans=Listing(plans),
            )
            if end
            else say(
                "Certificates to {standard} end on a day not known yet; the plan for "
                "moving to {successor} is in {plans}.",
                standard=catalogue.name,
                successor=transition.successor,
                plans=Listing(plans),
            )
        )
        return RULE.met(catalogue, because, owner=owner)
    because = (
        say(
            "Certificates to {standard} end on {end}; no certificate record holds a "
            "plan for moving to {successor}.",
            standard=catalogue.name,
            end=end,
            successor=transition.successor,
        )
        if end
        else say(
            "Certificates to {standard} end on a day not known yet; no certificate "
            "record holds a plan for moving to {successor}.",
            standard=catalogue.name,
            successor=transition.successor,
        )
    )
    return RULE.gap(catalogue, because, owner=owner, due=end)


RULE = Rule(
    id="RR-EDN-02",
    severity=Severity.INFO,
    source="transition rules",
    needs=("dates of the editions", "transition plans of certificates"),
    text=__doc__,
    check=check,
)
