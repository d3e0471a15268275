"""Did top management chair or attend every review?

The review is the one duty that top management cannot hand over. Auditors read the list of attendees
before the minutes.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.person import Person


def check(case: Case) -> Iterator[ReadinessFinding]:
    top = {person.id for person in case.graph.all(Person) if person.top_management}
    reviews = held_reviews(case)
    for review in reviews:
        present = [id for id in dict.fromkeys((review.chair, *review.attendees)) if id in top]
        if present:
            yield RULE.met(
                review,
                say(
                    "{review} was held with {present}.", review=review.id, present=Listing(present)
                ),
            )
        else:
            words = say(
                "Nobody of top management is named as chair or attendee of {review}.",
                review=review.id,
            )
            yield RULE.gap(review, words)
    if not reviews:
        yield RULE.not_assessed(PORTAL, say("No management review was held yet."))


RULE = Rule(
    id="RR-MRV-04",
    severity=Severity.MAJOR,
    source="9.3.1",
    needs=(
        "attendees of management reviews",
        "people",
    ),
    text=__doc__,
    check=check,
)
