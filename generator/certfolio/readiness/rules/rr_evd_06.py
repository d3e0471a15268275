"""Was every accepted piece of evidence accepted by a named person who did not collect it?

A file that is there is not yet proof: somebody has to have read it and found that it shows what it
should. Whoever collected it sees what they expected to see, so auditors ask for a second person.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence


def check(case: Case) -> Iterator[ReadinessFinding]:
    accepted = [item for item in case.graph.all(Evidence) if item.status == "accepted"]
    must_differ = case.threshold("acceptor_differs") == 1
    for item in accepted:
        yield _judged(case, item, must_differ)
    if not accepted:
        yield RULE.not_assessed(PORTAL, say("No evidence is accepted yet."))


def _judged(case: Case, item: Evidence, must_differ: bool) -> ReadinessFinding:
    acceptor, day = item.accepted_by, item.accepted_on
    if acceptor is None or day is None:
        return RULE.gap(
            item, say("{item} is called accepted, and nothing says by whom and when.", item=item.id)
        )
    if day > case.as_of:
        return RULE.gap(
            item,
            say(
                "{item} is dated as accepted on {day}, after {today}.",
                item=item.id,
                day=day,
                today=case.as_of,
            ),
        )
    if not must_differ:
        return RULE.met(
            item,
            say(
                "{item} was accepted on {day} by {acceptor}.",
                item=item.id,
                day=day,
                acceptor=acceptor,
            ),
        )
    if item.collected_by is None:
        return RULE.not_assessed(
            item,
            say(
                "{item} was accepted on {day} by {acceptor}; nobody is named who collected it.",
                item=item.id,
                day=day,
                acceptor=acceptor,
            ),
        )
    if acceptor == item.collected_by:
        return RULE.gap(
            item,
            say(
                "{item} was accepted on {day} by {acceptor}, who had collected it.",
                item=item.id,
                day=day,
                acceptor=acceptor,
            ),
        )
    return RULE.met(
        item,
        say(
            "{item} was accepted on {day} by {acceptor}, and collected by {collected_by}.",
            item=item.id,
            day=day,
            acceptor=acceptor,
            collected_by=item.collected_by,
        ),
    )


RULE = Rule(
    id="RR-EVD-06",
    severity=Severity.MAJOR,
    source="audit practice",
    needs=("collectors and acceptors of evidence",),
    text=__doc__,
    check=check,
)
