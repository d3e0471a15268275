"""Does the date of every exhibit fit the period it speaks about?

An export of the second quarter made in April cannot hold the second quarter, and one made half a
year later was made for the audit. Auditors compare the two dates before they read the rest.
"""

from collections.abc import Iterator
from datetime import timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.evidence import Evidence


def check(case: Case) -> Iterator[ReadinessFinding]:
    for exhibit in case.graph.all(Evidence):
        if exhibit.period is not None and exhibit.status not in ("rejected", "withdrawn"):
            yield _judged(case, exhibit)


def _judged(case: Case, exhibit: Evidence) -> ReadinessFinding:
    period = exhibit.period
    assert period is not None
    late = timedelta(days=case.threshold("evidence_lag_days"))
    if exhibit.dated < period.ends:
        days = say_count("{number} day", "{number} days", (period.ends - exhibit.dated).days)
        return RULE.gap(
            exhibit,
            say(
                "{exhibit} is dated {dated} and speaks about {begins} to {ends}: it was "
                "made {days} before that period ended.",
                exhibit=exhibit.id,
                dated=exhibit.dated,
                begins=period.begins,
                ends=period.ends,
                days=days,
            ),
        )
    if exhibit.dated > period.ends + late:
        days = say_count("{number} day", "{number} days", (exhibit.dated - period.ends).days)
        return RULE.gap(
            exhibit,
            say(
                "{exhibit} is dated {dated} and speaks about {begins} to {ends}: it was "
                "made {days} after that period had ended.",
                exhibit=exhibit.id,
                dated=exhibit.dated,
                begins=period.begins,
                ends=period.ends,
                days=days,
            ),
        )
    return RULE.met(
        exhibit,
        say(
            "{exhibit} is dated {dated} and speaks about {begins} to {ends}.",
            exhibit=exhibit.id,
            dated=exhibit.dated,
            begins=period.begins,
            ends=period.ends,
        ),
    )


RULE = Rule(
    id="RR-TEL-05",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("dates and periods of evidence",),
    text=__doc__,
    check=check,
)
