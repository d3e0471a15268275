"""Is something found from time to time?

A year without a single nonconformity is rarely a year without faults. Auditors then ask whether
people report what goes wrong, and whether internal audits look closely.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_after
from certfolio.readiness.nonconformity import all_nonconformities
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted


def check(case: Case) -> Iterator[ReadinessFinding]:
    days = [
        record.found_on for record in all_nonconformities(case) if record.found_on <= case.as_of
    ]
    begin = case.graph.settings.audit_period.begins
    months = case.threshold("quiet_months")
    last = max(days, default=None)
    long = f"more than {counted(months, 'month')} ago"
    if last is not None and months_after(last, months) >= case.as_of:
        yield RULE.met("portal", f"The last nonconformity was found on {last}.")
    elif last is not None:
        yield RULE.gap("portal", f"The last nonconformity was found on {last}, {long}.")
    elif months_after(begin, months) >= case.as_of:
        yield RULE.not_assessed(
            "portal",
            f"No nonconformity is recorded; the audit period began on {begin}, too lately to tell.",
        )
    else:
        because = f"No nonconformity is recorded, though the audit period began on {begin}, {long}."
        yield RULE.gap("portal", because)


RULE = Rule(
    id="RR-NCR-14",
    severity=Severity.INFO,
    source="audit practice",
    needs=("dates of nonconformities",),
    text=__doc__,
    check=check,
)
