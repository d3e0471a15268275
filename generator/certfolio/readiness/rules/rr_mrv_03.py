"""Does the last review record a decision, or a reasoned none, for every kind of result?

A review without decisions is a presentation. Where nothing was decided, the record has to say why,
or the auditor cannot tell it from an omission.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import Rule
from certfolio.records.management_review import ManagementReview
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        reviews = held_reviews(case, catalogue.id)
        expected = case.expected(catalogue.id).review_results
        if not reviews or not expected:
            words = say("No management review of {standard} was held yet.", standard=catalogue.name)
            known = say("No list of results is known for {standard}.", standard=catalogue.name)
            yield RULE.not_assessed(catalogue, words if expected else known)
        else:
            yield _judged(catalogue, reviews[-1], expected)


def _judged(
    catalogue: Catalogue, review: ManagementReview, expected: tuple[str, ...]
) -> ReadinessFinding:
    decided = {entry.category for entry in review.results if entry.decision or entry.none_reason}
    missing = [word("value", category) for category in expected if category not in decided]
    if missing:
        words = say(
            "{review} decides nothing for {standard} on: {missing}.",
            review=review.id,
            standard=catalogue.name,
            missing=Listing(missing),
        )
        return RULE.gap(review, words)
    return RULE.met(
        review,
        say_count(
            "{review} decides on the {number} kind of result of {standard}.",
            "{review} decides on the {number} kinds of result of {standard}.",
            len(expected),
            review=review.id,
            standard=catalogue.name,
        ),
    )


RULE = Rule(
    id="RR-MRV-03",
    severity=Severity.MAJOR,
    source="9.3.3 or 9.3",
    needs=("results of management reviews",),
    text=__doc__,
    check=check,
)
