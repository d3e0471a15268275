"""Was what is promised at an interval seen at that interval?

"Quarterly" is a promise that the organization made itself. Three reviews in a year instead of four
are a finding that every auditor can count.
"""

from collections.abc import Iterator
from itertools import pairwise

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseCoverage
from certfolio.readiness.interval import DAYS, PROMISED, lapses_on
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import last_day
from certfolio.records.evidence import Evidence


def check(case: Case) -> Iterator[ReadinessFinding]:
    for coverage in case.coverage.values():
        if coverage.operated.promised is not None and coverage.reason is None:
            yield _judged(case, coverage)


def _judged(case: Case, coverage: ClauseCoverage) -> ReadinessFinding:
    operated, ref = coverage.operated, coverage.clause.ref
    exhibits = [
        support.record
        for support in (*operated.current, *operated.stale)
        if isinstance(support.record, Evidence) and support.record.interval is not None
    ]
    exhibits.sort(key=lambda exhibit: (last_day(exhibit), exhibit.id))
    promised = operated.promised
    assert promised is not None
    last = exhibits[-1]
    for earlier, later in pairwise(exhibits):
        if last_day(later) > lapses_on(last_day(earlier), promised):
            return RULE.gap(ref, _apart(ref, promised, earlier, later), owner=later.owner)
    if case.as_of > lapses_on(last_day(last), promised):
        old = say_count(
            "For {clause} {interval} proof is promised; the last, {last}, is {number} day old.",
            "For {clause} {interval} proof is promised; the last, {last}, is {number} days old.",
            (case.as_of - last_day(last)).days,
            clause=ref,
            interval=PROMISED[promised],
            last=last.id,
        )
        return RULE.gap(ref, old, owner=last.owner)
    seen = say(
        "For {clause} {interval} proof is promised and seen, last in {last}.",
        clause=ref,
        interval=PROMISED[promised],
        last=last.id,
    )
    return RULE.met(ref, seen)


def _apart(ref: ClauseRef, promised: str, earlier: Evidence, later: Evidence) -> Message:
    return say_count(
        "For {clause} {interval} proof is promised; between {earlier} ({earlier_day}) and {later} "
        "({later_day}) lie {number} day, about {allowed} were promised.",
        "For {clause} {interval} proof is promised; between {earlier} ({earlier_day}) and {later} "
        "({later_day}) lie {number} days, about {allowed} were promised.",
        (last_day(later) - last_day(earlier)).days,
        clause=ref,
        interval=PROMISED[promised],
        earlier=earlier.id,
        earlier_day=last_day(earlier),
        later=later.id,
        later_day=last_day(later),
        allowed=DAYS[promised],
    )


RULE = Rule(
    id="RR-TEL-10",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("promised intervals and dates of evidence",),
    text=__doc__,
    check=check,
)
