"""Was a management review held for every standard, with audit results on the table?

Without a review by top management there is no stage 2. One held before the internal audits were
reported could not have looked at their results.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews, reported_audits
from certfolio.readiness.rule import Rule
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        yield _judged(case, catalogue)


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    owner = case.top_management
    reviews = held_reviews(case, catalogue.id)
    if not reviews:
        words = f"No management review of {catalogue.name} was held until {case.as_of}."
        return RULE.gap(catalogue, words, owner=owner)
    audits = reported_audits(case, catalogue.id)
    last = reviews[-1]
    if not audits:
        words = (
            f"{last.id} was held on {last.held_on}, but no internal audit of {catalogue.name} was"
            " reported before it."
        )
        return RULE.gap(catalogue, words, owner=last.owner)
    first = audits[0]
    assert first.report_date is not None
    if last.held_on < first.report_date:
        words = (
            f"{last.id} was held on {last.held_on}, before the first internal audit of"
            f" {catalogue.name}, {first.id}, was reported on {first.report_date}."
        )
        return RULE.gap(catalogue, words, owner=last.owner)
    words = f"{last.id} was held on {last.held_on}, after {first.id} was reported."
    return RULE.met(catalogue, words, owner=last.owner)


RULE = Rule(
    id="RR-MRV-01",
    severity=Severity.BLOCKER,
    source="9.3; 17021-1 9.3.1.2",
    needs=(
        "management reviews",
        "internal audits",
    ),
    text=__doc__,
    check=check,
)
