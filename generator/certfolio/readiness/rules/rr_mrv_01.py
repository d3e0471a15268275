"""Was a management review held for every standard, with audit results on the table?

Without a review by top management there is no stage 2. One held before the internal audits were
reported could not have looked at their results.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
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
        words = say(
            "No management review of {standard} was held until {today}.",
            standard=catalogue.name,
            today=case.as_of,
        )
        return RULE.gap(catalogue, words, owner=owner)
    audits = reported_audits(case, catalogue.id)
    last = reviews[-1]
    if not audits:
        words = say(
            "{last} was held on {held_on}, but no internal audit of {standard} was "
            "reported before it.",
            last=last.id,
            held_on=last.held_on,
            standard=catalogue.name,
        )
        return RULE.gap(catalogue, words, owner=last.owner)
    first = audits[0]
    assert first.report_date is not None
    if last.held_on < first.report_date:
        words = say(
            "{last} was held on {held_on}, before the first internal audit of "
            "{standard}, {first}, was reported on {report_date}.",
            last=last.id,
            held_on=last.held_on,
            standard=catalogue.name,
            first=first.id,
            report_date=first.report_date,
        )
        return RULE.gap(catalogue, words, owner=last.owner)
    words = say(
        "{last} was held on {held_on}, after {first} was reported.",
        last=last.id,
        held_on=last.held_on,
        first=first.id,
    )
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
