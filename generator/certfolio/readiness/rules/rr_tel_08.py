"""Do review intervals follow the weight of the documents?

The same interval on everything shows that nobody asked how fast a subject changes: what is reviewed
yearly because the template says so is rarely reviewed at all.
"""

from collections import Counter
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import PROMISED
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument


def check(case: Case) -> Iterator[ReadinessFinding]:
    intervals = Counter(
        record.review_interval
        for record in case.graph.records
        if isinstance(record, ControlledDocument)
        and is_effective(record, case.as_of)
        and record.review_interval is not None
    )
    number = sum(intervals.values())
    if number < case.threshold("clustered_approvals"):
        yield RULE.not_applicable(
            PORTAL,
            say_count(
                "Only {number} document in force names a review interval.",
                "Only {number} documents in force names a review interval.",
                number,
            ),
        )
    elif len(intervals) == 1:
        only = next(iter(intervals))
        yield RULE.gap(
            PORTAL,
            say(
                "All {number} documents that name a review interval say {interval}.",
                number=number,
                interval=PROMISED[only],
            ),
        )
    else:
        told = Listing(
            [
                say("{count} {interval}", count=count, interval=PROMISED[interval])
                for interval, count in sorted(intervals.items())
            ]
        )
        yield RULE.met(
            PORTAL, say("Documents are reviewed at different intervals: {told}.", told=told)
        )


RULE = Rule(
    id="RR-TEL-08",
    severity=Severity.INFO,
    source="audit practice",
    needs=("review intervals of documents",),
    text=__doc__,
    check=check,
)
