"""Does every needed control that is not yet fully in place have an action with owner and date?

A control may be missing on the day of the audit, if somebody decided who puts it in place and by
when. Auditors ask for that plan; without it the control was forgotten, not planned.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import follow_up, is_open, promised, settled
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.statement import NO_CONTROLS, Statement, statements
from certfolio.records.soa_entry import SoaEntry


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = statements(case)
    for statement in found:
        yield from _judged(case, statement)
    if not found:
        yield RULE.not_applicable(PORTAL, NO_CONTROLS)


def _judged(case: Case, statement: Statement) -> Iterator[ReadinessFinding]:
    needed = [entry for entry in statement.entries if entry.applicable]
    unfinished = [entry for entry in needed if entry.status != "implemented"]
    for entry in unfinished:
        yield _entry(case, entry)
    if statement.is_empty:
        yield RULE.not_assessed(statement.catalogue, statement.nothing)
    elif not unfinished:
        because = say(
            "Every needed control of {standard} is called implemented.",
            standard=statement.catalogue.name,
        )
        yield RULE.not_applicable(statement.catalogue, because)


def _entry(case: Case, entry: SoaEntry) -> ReadinessFinding:
    actions = follow_up(case, entry)
    planned = [action for action in actions if is_open(action)]
    if planned:
        first = min(action.due for action in planned)
        plan = Listing([promised(action) for action in planned])
        return RULE.met(
            entry,
            say(
                "{entry} is {state}; still to come: {plan}.",
                entry=entry.id,
                state=word("state", entry.status),
                plan=plan,
            ),
            due=first,
        )
    if actions:
        over = Listing([settled(action) for action in actions])
        return RULE.gap(
            entry,
            say(
                "{entry} is {state}, and no action is open: {over}.",
                entry=entry.id,
                state=word("state", entry.status),
                over=over,
            ),
        )
    return RULE.gap(
        entry,
        say(
            "{entry} is {state}, and no action leads further.",
            entry=entry.id,
            state=word("state", entry.status),
        ),
    )


RULE = Rule(
    id="RR-SOA-07",
    severity=Severity.MAJOR,
    source="ISO/IEC 27001 6.1.3 e",
    needs=("statement of applicability", "actions"),
    text=__doc__,
    check=check,
)
