"""Does the date of every exhibit fit the period it speaks about?

An export of the second quarter made in April cannot hold the second quarter, and one made half a
year later was made for the audit. Auditors compare the two dates before they read the rest.
"""

from collections.abc import Iterator
from datetime import timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted
from certfolio.records.evidence import Evidence


def check(case: Case) -> Iterator[ReadinessFinding]:
    for exhibit in case.graph.all(Evidence):
        if exhibit.period is not None and exhibit.status not in ("rejected", "withdrawn"):
            yield _judged(case, exhibit)


def _judged(case: Case, exhibit: Evidence) -> ReadinessFinding:
    period = exhibit.period
    assert period is not None
    about = f"{period.begins} to {period.ends}"
    speaks = f"{exhibit.id} is dated {exhibit.dated} and speaks about {about}"
    late = timedelta(days=case.threshold("evidence_lag_days"))
    if exhibit.dated < period.ends:
        days = counted((period.ends - exhibit.dated).days, "day")
        return RULE.gap(exhibit, f"{speaks}: it was made {days} before that period ended.")
    if exhibit.dated > period.ends + late:
        days = counted((exhibit.dated - period.ends).days, "day")
        return RULE.gap(exhibit, f"{speaks}: it was made {days} after that period had ended.")
    return RULE.met(exhibit, f"{speaks}.")


RULE = Rule(
    id="RR-TEL-05",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("dates and periods of evidence",),
    text=__doc__,
    check=check,
)
