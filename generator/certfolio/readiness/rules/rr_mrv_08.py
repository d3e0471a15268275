"""Were the results that concern workers passed on to them?

Where workers are to be consulted, what top management decided about their safety has to reach them
and their representatives, and somebody has to be able to show it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence
from certfolio.records.management_review import ManagementReview

_FEATURE = "worker participation"


def check(case: Case) -> Iterator[ReadinessFinding]:
    asking = [one for one in case.catalogues if _FEATURE in case.expected(one.id).features]
    if not asking:
        yield RULE.not_applicable(PORTAL, say("No declared standard asks for it."))
    for catalogue in asking:
        reviews = held_reviews(case, catalogue.id)
        if reviews:
            yield _judged(case, reviews[-1])
        else:
            words = say("No management review of {standard} was held yet.", standard=catalogue.name)
            yield RULE.not_assessed(catalogue, words)


def _judged(case: Case, review: ManagementReview) -> ReadinessFinding:
    for link in case.graph.links_to(review.id):
        record = case.graph.record(link.source)
        is_notice = isinstance(record, Evidence) and record.type == "communication"
        if is_notice and record.status == "accepted" and record.dated >= review.held_on:  # type: ignore[attr-defined]
            return RULE.met(
                review,
                say(
                    "{record} passed the results of {review} on.",
                    record=record.id,
                    review=review.id,
                ),
            )
    words = say(
        "No accepted communication since {held_on} names {review}.",
        held_on=review.held_on,
        review=review.id,
    )
    return RULE.gap(review, words)


RULE = Rule(
    id="RR-MRV-08",
    severity=Severity.MINOR,
    source="45001 9.3",
    needs=(
        "management reviews",
        "communications",
    ),
    text=__doc__,
    check=check,
)
