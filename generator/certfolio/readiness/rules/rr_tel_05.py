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
    named = {
        "exhibit": exhibit.id,
        "dated": exhibit.dated,
        "begins": period.begins,
        "ends": period.ends,
    }
    if exhibit.dated < period.ends:
        early = say_count(
            "{exhibit} is dated {dated} and speaks about {begins} to {ends}: it was made {number} "
            "day before that period ended.",
            "{exhibit} is dated {dated} and speaks about {begins} to {ends}: it was made {number} "
            "days before that period ended.",
            (period.ends - exhibit.dated).days,
            **named,
        )
        return RULE.gap(exhibit, early)
    if exhibit.dated > period.ends + late:
        lagging = say_count(
            "{exhibit} is dated {dated} and speaks about {begins} to {ends}: it was made {number} "
            "day after that period had ended.",
            "{exhibit} is dated {dated} and speaks about {begins} to {ends}: it was made {number} "
            "days after that period had ended.",
            (exhibit.dated - period.ends).days,
            **named,
        )
        return RULE.gap(exhibit, lagging)
    told = say("{exhibit} is dated {dated} and speaks about {begins} to {ends}.", **named)
    return RULE.met(exhibit, told)


RULE = Rule(
    id="RR-TEL-05",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("dates and periods of evidence",),
    text=__doc__,
    check=check,
)
