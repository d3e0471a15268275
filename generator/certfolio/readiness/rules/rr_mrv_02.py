"""Does the last review of every standard cover every input that the standard lists?

Auditors tick the inputs one by one. A review that lacked two of them has been raised as a
nonconformity in a published case.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.management_review import ManagementReview
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        reviews = held_reviews(case, catalogue.id)
        expected = case.expected(catalogue.id).review_inputs
        if not expected:
            words = f"No list of inputs is known for {catalogue.name}."
            yield RULE.not_assessed(catalogue, words)
        elif not reviews:
            words = f"No management review of {catalogue.name} was held yet."
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
    missing = [topic for topic in expected if topic not in covered]
    if missing:
        words = f"{review.id} has nothing for {catalogue.name} on: {listed(missing)}."
        return RULE.gap(review, words)
    words = f"{review.id} covers the {counted(len(expected), 'input')} of {catalogue.name}."
    return RULE.met(review, words)


RULE = Rule(
    id="RR-MRV-02",
    severity=Severity.MAJOR,
    source="9.3.2 or 9.3",
    needs=("inputs of management reviews",),
    text=__doc__,
    check=check,
)
