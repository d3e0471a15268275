"""Do the dates of every document follow one another?

A document is written, then approved, then takes effect. Dates in another order tell the auditor
that an approval was written down afterwards, and put every other date in doubt.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import Dated
from certfolio.readiness.rule import Rule
from certfolio.records.scope_statement import ScopeStatement


def check(case: Case) -> Iterator[ReadinessFinding]:
    dated = [
        record
        for record in case.graph.records
        if isinstance(record, Dated) and (record.approved_on or record.effective_on)
    ]
    if not dated:
        yield RULE.not_assessed("portal", say("No document names a day of approval or of effect."))
    for document in dated:
        yield _judged(case, document)


def _judged(case: Case, document: Dated) -> ReadinessFinding:
    named = [(what, day) for what, day in _days(document) if day is not None]
    faults = [
        say(
            "was {later} on {later_day}, before it was {earlier} on {earlier_day}",
            later=later[0],
            later_day=later[1],
            earlier=earlier[0],
            earlier_day=earlier[1],
        )
        for earlier, later in pairwise(named)
        if later[1] < earlier[1]
    ]
    effective = document.effective_on
    if _is_marked(document) and effective is not None and effective > case.as_of:
        faults.append(
            say(
                "has the status {state}, though it takes effect on {day}",
                state=word("state", document.status),
                day=effective,
            )
        )
    if faults:
        more = [say("it {fault}", fault=fault) for fault in faults[1:]]
        told = Listing([faults[0], *more], "; ")
        return RULE.gap(document, say("{document} {faults}.", document=document.id, faults=told))
    days = Listing([say("{done} on {day}", done=what, day=day) for what, day in named])
    return RULE.met(document, say("{document} was {days}.", document=document.id, days=days))


def _days(document: Dated) -> tuple[tuple[Message, date | None], ...]:
    return (
        (word("done", "created"), document.created),
        (word("done", "approved"), document.approved_on),
        (word("done", "put into force"), document.effective_on),
    )


def _is_marked(document: Dated) -> bool:
    # an approved scope statement may still wait for its day: it has no other status for that
    return not isinstance(document, ScopeStatement) and document.status == "effective"


RULE = Rule(
    id="RR-DOC-03",
    severity=Severity.MAJOR,
    source="7.5.2",
    needs=("dates of documents, policies and scope statements",),
    text=__doc__,
    check=check,
)
