"""Is accepted evidence from the audit period, or still valid, and never from the future?

Auditors judge a period. An expired certificate proves nothing today, a log from before the period
proves another year, and a date that has not come yet makes them doubt every other date.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.support import last_day
from certfolio.records.evidence import Evidence


def check(case: Case) -> Iterator[ReadinessFinding]:
    accepted = [item for item in case.graph.all(Evidence) if item.status == "accepted"]
    for item in accepted:
        yield _judged(case, item)
    if not accepted:
        yield RULE.not_assessed(PORTAL, say("No evidence is accepted yet."))


def _judged(case: Case, item: Evidence) -> ReadinessFinding:
    if item.dated > case.as_of:
        return RULE.gap(
            item,
            say(
                "{item} is dated {dated}, after {today}.",
                item=item.id,
                dated=item.dated,
                today=case.as_of,
            ),
        )
    if item.valid_until is not None and item.valid_until < case.as_of:
        return RULE.gap(
            item,
            say_count(
                "{item} was valid until {valid_until}, {number} day ago.",
                "{item} was valid until {valid_until}, {number} days ago.",
                (case.as_of - item.valid_until).days,
                item=item.id,
                valid_until=item.valid_until,
            ),
            due=item.valid_until,
        )
    if item.valid_until is not None:
        return RULE.met(
            item,
            say("{item} is valid until {valid_until}.", item=item.id, valid_until=item.valid_until),
        )
    return _in_period(case, item)


def _in_period(case: Case, item: Evidence) -> ReadinessFinding:
    period, last = case.graph.settings.audit_period, last_day(item)
    if last < period.begins:
        because = say(
            "{item} reaches to {last}; the audit period begins on {begins}.",
            item=item.id,
            last=last,
            begins=period.begins,
        )
        return RULE.gap(item, because)
    if item.dated > period.ends:
        because = say(
            "{item} is dated {dated}, after the audit period that ends {ends}.",
            item=item.id,
            dated=item.dated,
            ends=period.ends,
        )
        return RULE.gap(item, because)
    return RULE.met(
        item,
        (
            say(
                "{item} is dated {dated} and reaches to {last}, within the audit period.",
                item=item.id,
                dated=item.dated,
                last=last,
            )
            if last != item.dated
            else say(
                "{item} is dated {dated}, within the audit period.", item=item.id, dated=item.dated
            )
        ),
    )


RULE = Rule(
    id="RR-EVD-02",
    severity=Severity.MAJOR,
    source="audit practice",
    needs=("dates of evidence", "audit period"),
    text=__doc__,
    check=check,
)
