"""Does every review say where the actions of the review before it stand?

Actions that are never looked at again tell the auditor what decisions are worth. It is the first
input of every edition.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.management_review import ManagementReview


def check(case: Case) -> Iterator[ReadinessFinding]:
    reviews = held_reviews(case)
    known = {review.id: review for review in reviews}
    for earlier, review in zip((None, *reviews), reviews, strict=False):
        before = known.get(review.previous or "") or earlier
        yield _judged(review, before)
    if not reviews:
        yield RULE.not_assessed(PORTAL, say("No management review was held yet."))


def _judged(review: ManagementReview, before: ManagementReview | None) -> ReadinessFinding:
    if before is None:
        return RULE.not_applicable(review, say("{review} is the first review.", review=review.id))
    told = {entry.action for entry in review.previous_actions}
    missing = [action for action in before.actions if action not in told]
    if missing:
        words = say(
            "{review} does not say where {missing} of {before} stands.",
            review=review.id,
            missing=Listing(missing),
            before=before.id,
        )
        return RULE.gap(review, words)
    return RULE.met(
        review,
        say(
            "{review} says where the actions of {before} stand.", review=review.id, before=before.id
        ),
    )


RULE = Rule(
    id="RR-MRV-05",
    severity=Severity.MINOR,
    source="9.3.2",
    needs=("actions of management reviews",),
    text=__doc__,
    check=check,
)
