"""Were documents approved over time, and not all on one day or just before the audit?

Approvals that fall on one day, or in the week before stage 1, look like a set of papers made for
the visitor. Auditors then ask people about the text instead of reading it.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument

_WEEK = timedelta(days=7)


def check(case: Case) -> Iterator[ReadinessFinding]:
    days = [
        record.approved_on
        for record in case.graph.records
        if isinstance(record, ControlledDocument)
        and is_effective(record, case.as_of)
        and record.approved_on is not None
    ]
    few = case.threshold("clustered_approvals")
    if len(days) < few:
        yield RULE.not_applicable(
            PORTAL,
            say_count(
                "With {number} effective document no pattern can be seen.",
                "With {number} effective documents no pattern can be seen.",
                len(days),
            ),
        )
        return
    yield from _told(case, days)


def _told(case: Case, days: list[date]) -> Iterator[ReadinessFinding]:
    day, number = max(Counter(days).items(), key=lambda item: (item[1], item[0]))
    stage_1 = case.graph.settings.planned.stage_1
    late = [one for one in days if stage_1 is not None and stage_1 - _WEEK <= one <= stage_1]
    few = case.threshold("clustered_approvals")
    is_clustered = number >= few and 2 * number > len(days)
    if is_clustered:
        yield RULE.gap(
            PORTAL,
            say(
                "{number} of {documents} effective documents were approved on {day}.",
                number=number,
                documents=len(days),
                day=day,
            ),
        )
    if len(late) >= few:
        yield RULE.gap(
            PORTAL,
            say(
                "{late} of {documents} effective documents were approved in the week before "
                "stage 1 on {stage_1}.",
                late=len(late),
                documents=len(days),
                stage_1=stage_1,
            ),
        )
    if not is_clustered and len(late) < few:
        yield RULE.met(
            PORTAL,
            say_count(
                "The {documents} effective documents were approved on {number} day, at most "
                "{most} on one.",
                "The {documents} effective documents were approved on {number} days, at most "
                "{most} on one.",
                len(set(days)),
                documents=len(days),
                most=number,
            ),
        )


RULE = Rule(
    id="RR-TEL-01",
    severity=Severity.MINOR,
    source="audit practice",
    needs=(
        "approval dates of documents",
        "planned stage 1",
    ),
    text=__doc__,
    check=check,
)
