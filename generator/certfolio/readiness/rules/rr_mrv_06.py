"""Is the last management review no older than the planned interval?

Planned intervals are the organization's own promise; a year is what nearly everybody promises.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_before
from certfolio.readiness.review import held_reviews
from certfolio.readiness.rule import Rule
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        yield _judged(case, catalogue)


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    reviews = held_reviews(case, catalogue.id)
    if not reviews:
        words = say(
            "No management review of {standard} was held until {today}.",
            standard=catalogue.name,
            today=case.as_of,
        )
        return RULE.not_assessed(catalogue, words, owner=case.top_management)
    last = reviews[-1]
    months = case.threshold("review_months")
    if last.held_on < months_before(case.as_of, months):
        words = say_count(
            "The last review of {standard}, {last}, was held on {held_on}, more than "
            "{number} month ago.",
            "The last review of {standard}, {last}, was held on {held_on}, more than "
            "{number} months ago.",
            months,
            standard=catalogue.name,
            last=last.id,
            held_on=last.held_on,
        )
        return RULE.gap(last, words)
    return RULE.met(
        last,
        say(
            "{last} reviewed {standard} on {held_on}.",
            last=last.id,
            standard=catalogue.name,
            held_on=last.held_on,
        ),
    )


RULE = Rule(
    id="RR-MRV-06",
    severity=Severity.MINOR,
    source="9.3.1",
    needs=("dates of management reviews",),
    text=__doc__,
    check=check,
)
