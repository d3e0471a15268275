"""Do the dates of every nonconformity follow each other?

Found, implemented, verified, closed: in another order a record was filled in afterwards, and
auditors trust the rest of it less.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import Nonconformity, nonconformities
from certfolio.readiness.rule import Rule
from certfolio.records.corrective_action import CorrectiveAction


def check(case: Case) -> Iterator[ReadinessFinding]:
    records: list[Nonconformity] = [*case.graph.all(CorrectiveAction), *nonconformities(case)]
    if not records:
        yield RULE.not_applicable("portal", say("No nonconformity is recorded."))
    for record in records:
        yield _judged(record)


def _dates(record: Nonconformity) -> Mapping[Message, date]:
    """Return the dates that a record names, in the order in which they have to follow."""
    dates: dict[Message, date | None] = {word("done", "found"): record.found_on}
    if isinstance(record, CorrectiveAction):
        dates[word("done", "implemented")] = record.implemented_on
        dates[word("done", "verified")] = record.verified_on
    dates[word("done", "closed")] = record.closed_on
    return {name: day for name, day in dates.items() if day is not None}


def _judged(record: Nonconformity) -> ReadinessFinding:
    dates = _dates(record)
    if len(dates) == 1:
        return RULE.not_applicable(
            record, say("{record} names only the day it was found.", record=record.id)
        )
    faults = [
        say(
            "{later} on {later_day}, before it was {earlier} on {earlier_day}",
            later=later,
            later_day=dates[later],
            earlier=earlier,
            earlier_day=dates[earlier],
        )
        for earlier, later in pairwise(dates)
        if dates[later] < dates[earlier]
    ]
    if faults:
        return RULE.gap(
            record, say("{record} was {faults}.", record=record.id, faults=Listing(faults, "; "))
        )
    told = Listing([say("{done} on {day}", done=name, day=day) for name, day in dates.items()])
    return RULE.met(record, say("{record} was {told}.", record=record.id, told=told))


RULE = Rule(
    id="RR-NCR-08",
    severity=Severity.MAJOR,
    source="10.2",
    needs=("dates of corrective actions and findings",),
    text=__doc__,
    check=check,
)
