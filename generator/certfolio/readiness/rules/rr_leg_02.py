"""Does every known breach of a legal requirement have an action with a date?

Finding a breach is to the credit of an organization; leaving it is not. Auditors ask what was
decided on the day it was found, and a serious one stays before everybody's eyes until it is over.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import follow_up, is_open, promised, settled
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.action import Action
from certfolio.records.legal_requirement import LegalRequirement

_BREACH = ("partly", "not compliant")


def check(case: Case) -> Iterator[ReadinessFinding]:
    entries = [e for e in case.graph.all(LegalRequirement) if e.status != "repealed"]
    breaches = [entry for entry in entries if entry.result in _BREACH]
    for entry in breaches:
        yield _judged(case, entry)
    if not entries:
        yield RULE.not_assessed(
            PORTAL, say("There is no legal register that would tell of breaches.")
        )
    elif not breaches:
        yield RULE.not_applicable(PORTAL, say("The legal register tells of no breach."))


def _judged(case: Case, entry: LegalRequirement) -> ReadinessFinding:
    day, breach = entry.evaluated_on, _breach(entry)
    actions = follow_up(case, entry)
    planned = [action for action in actions if is_open(action)]
    if planned:
        return _planned(case, entry, breach, planned)
    done = [action.id for action in actions if _is_done_since(action, day)]
    if done:
        because = say(
            "{breach}; done since: {actions}, and nobody has evaluated the effect.",
            breach=breach,
            actions=Listing(done),
        )
        return RULE.partly_met(entry, because, due=entry.next_evaluation)
    if actions:
        over = Listing([settled(action) for action in actions])
        because = say("{breach}, and nothing is under way: {actions}.", breach=breach, actions=over)
        return RULE.gap(entry, because)
    return RULE.gap(entry, say("{breach}, and no action follows.", breach=breach))


def _breach(entry: LegalRequirement) -> Message:
    id, day = entry.id, entry.evaluated_on
    if entry.serious and entry.result == "partly":
        return say(
            "{entry}, a serious matter, is met only in part, says the evaluation of {day}",
            entry=id,
            day=day,
        )
    if entry.serious:
        return say(
            "{entry}, a serious matter, is not met, says the evaluation of {day}",
            entry=id,
            day=day,
        )
    if entry.result == "partly":
        return say("{entry} is met only in part, says the evaluation of {day}", entry=id, day=day)
    return say("{entry} is not met, says the evaluation of {day}", entry=id, day=day)


def _planned(
    case: Case, entry: LegalRequirement, breach: Message, planned: list[Action]
) -> ReadinessFinding:
    first = min(action.due for action in planned)
    if first < case.as_of:
        return RULE.partly_met(
            entry,
            say(
                "{breach}; planned: {planned}, overdue.",
                breach=breach,
                planned=Listing([promised(action) for action in planned]),
            ),
            due=first,
        )
    if entry.serious:
        return RULE.partly_met(
            entry,
            say(
                "{breach}; planned: {planned}, still open.",
                breach=breach,
                planned=Listing([promised(action) for action in planned]),
            ),
            due=first,
        )
    return RULE.met(
        entry,
        say(
            "{breach}; planned: {planned}.",
            breach=breach,
            planned=Listing([promised(action) for action in planned]),
        ),
        due=first,
    )


def _is_done_since(action: Action, day: date) -> bool:
    return action.status == "done" and (action.done_on is None or action.done_on >= day)


RULE = Rule(
    id="RR-LEG-02",
    severity=Severity.MAJOR,
    source="ISO 14001 and 45001 9.1.2",
    needs=("legal register", "actions"),
    text=__doc__,
    check=check,
)
