"""Is something found from time to time?

A year without a single nonconformity is rarely a year without faults. Auditors then ask whether
people report what goes wrong, and whether internal audits look closely.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_after
from certfolio.readiness.nonconformity import all_nonconformities
from certfolio.readiness.rule import Rule


def check(case: Case) -> Iterator[ReadinessFinding]:
    days = [
        record.found_on for record in all_nonconformities(case) if record.found_on <= case.as_of
    ]
    begin = case.graph.settings.audit_period.begins
    months = case.threshold("quiet_months")
    last = max(days, default=None)
    if last is not None and months_after(last, months) >= case.as_of:
        yield RULE.met("portal", say("The last nonconformity was found on {last}.", last=last))
    elif last is not None:
        yield RULE.gap(
            "portal",
            say_count(
                "The last nonconformity was found on {last}, more than {number} month ago.",
                "The last nonconformity was found on {last}, more than {number} months ago.",
                months,
                last=last,
            ),
        )
    elif months_after(begin, months) >= case.as_of:
        yield RULE.not_assessed(
            "portal",
            say(
                "No nonconformity is recorded; the audit period began on {begin}, too "
                "lately to tell.",
                begin=begin,
            ),
        )
    else:
        because = say_count(
            "No nonconformity is recorded, though the audit period began on {begin}, "
            "more than {number} month ago.",
            "No nonconformity is recorded, though the audit period began on {begin}, "
            "more than {number} months ago.",
            months,
            begin=begin,
        )
        yield RULE.gap("portal", because)


RULE = Rule(
    id="RR-NCR-14",
    severity=Severity.INFO,
    source="audit practice",
    needs=("dates of nonconformities",),
    text=__doc__,
    check=check,
)
