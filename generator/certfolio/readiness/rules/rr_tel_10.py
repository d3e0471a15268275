"""Was what is promised at an interval seen at that interval?

"Quarterly" is a promise that the organization made itself. Three reviews in a year instead of four
are a finding that every auditor can count.
"""

from collections.abc import Iterator
from itertools import pairwise

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseCoverage
from certfolio.readiness.interval import DAYS, lapses_on
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
        first_day, next_day = last_day(earlier), last_day(later)
        if next_day > lapses_on(first_day, promised):
            days = say_count("{number} day", "{number} days", (next_day - first_day).days)
            return RULE.gap(
                ref,
                say(
                    "For {ref} {promised} proof is promised; between {earlier} ({first_day}) "
                    "and {later} ({next_day}) lie {days}, about {DAYS} were promised.",
                    ref=ref,
                    promised=promised,
                    earlier=earlier.id,
                    first_day=first_day,
                    later=later.id,
                    next_day=next_day,
                    days=days,
                    DAYS=DAYS[promised],
                ),
                owner=later.owner,
            )
    if case.as_of > lapses_on(last_day(last), promised):
        days = say_count("{number} day", "{number} days", (case.as_of - last_day(last)).days)
        return RULE.gap(
            ref,
            say(
                "For {ref} {promised} proof is promised; the last, {last}, is {days} old.",
                ref=ref,
                promised=promised,
                last=last.id,
                days=days,
            ),
            owner=last.owner,
        )
    return RULE.met(
        ref,
        say(
            "For {ref} {promised} proof is promised and seen, last in {last}.",
            ref=ref,
            promised=promised,
            last=last.id,
        ),
    )


RULE = Rule(
    id="RR-TEL-10",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("promised intervals and dates of evidence",),
    text=__doc__,
    check=check,
)
