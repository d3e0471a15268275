"""Does the last review of every standard cover every input that the standard lists?

Auditors tick the inputs one by one. A review that lacked two of them has been raised as a
nonconformity in a published case.
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
        expected = case.expected(catalogue.id).review_inputs
        if not expected:
            words = say("No list of inputs is known for {standard}.", standard=catalogue.name)
            yield RULE.not_assessed(catalogue, words)
        elif not reviews:
            words = say("No management review of {standard} was held yet.", standard=catalogue.name)
            yield RULE.not_assessed(catalogue, words)
        else:
            yield _judged(catalogue, reviews[-1], expected)


def _judged(
    catalogue: Catalogue, review: ManagementReview, expected: tuple[str, ...]
) -> ReadinessFinding:
    own = [
        entry for entry in review.inputs if not entry.standards or catalogue.id in entry.standards
    ]
    covered = {entry.topic for entry in own if entry.content or entry.references}
    missing = [word("value", topic) for topic in expected if topic not in covered]
    if missing:
        words = say(
            "{review} has nothing for {standard} on: {missing}.",
            review=review.id,
            standard=catalogue.name,
            missing=Listing(missing),
        )
        return RULE.gap(review, words)
    words = say_count(
        "{review} covers the {number} input of {standard}.",
        "{review} covers the {number} inputs of {standard}.",
        len(expected),
        review=review.id,
        standard=catalogue.name,
    )
    return RULE.met(review, words)


RULE = Rule(
    id="RR-MRV-02",
    severity=Severity.MAJOR,
    source="9.3.2 or 9.3",
    needs=("inputs of management reviews",),
    text=__doc__,
    check=check,
)
