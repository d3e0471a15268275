"""Does every known breach of a legal requirement have an action with a date?

Finding a breach is to the credit of an organization; leaving it is not. Auditors ask what was
decided on the day it was found, and a serious one stays before everybody's eyes until it is over.
"""

from collections.abc import Iterator
from datetime import date

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import follow_up, is_open, promised, settled
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.sentence import listed
from certfolio.records.action import Action
from certfolio.records.legal_requirement import LegalRequirement

_BREACH = {"partly": "is met only in part", "not compliant": "is not met"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    entries = [e for e in case.graph.all(LegalRequirement) if e.status != "repealed"]
    breaches = [entry for entry in entries if entry.result in _BREACH]
    for entry in breaches:
        yield _judged(case, entry)
    if not entries:
        yield RULE.not_assessed(PORTAL, "There is no legal register that would tell of breaches.")
    elif not breaches:
        yield RULE.not_applicable(PORTAL, "The legal register tells of no breach.")


def _judged(case: Case, entry: LegalRequirement) -> ReadinessFinding:
    day = entry.evaluated_on
    serious = ", a serious matter," if entry.serious else ""
    breach = f"{entry.id}{serious} {_BREACH[entry.result]}, says the evaluation of {day}"
    actions = follow_up(case, entry)
    planned = [action for action in actions if is_open(action)]
    if planned:
        return _planned(case, entry, breach, planned)
    done = [action.id for action in actions if _is_done_since(action, day)]
    if done:
        because = f"{breach}; done since: {listed(done)}, and nobody has evaluated the effect."
        return RULE.partly_met(entry, because, due=entry.next_evaluation)
    if actions:
        over = listed([settled(action) for action in actions])
        return RULE.gap(entry, f"{breach}, and nothing is under way: {over}.")
    return RULE.gap(entry, f"{breach}, and no action follows.")


def _planned(
    case: Case, entry: LegalRequirement, breach: str, planned: list[Action]
) -> ReadinessFinding:
    first = min(action.due for action in planned)
    because = f"{breach}; planned: {listed([promised(action) for action in planned])}"
    if first < case.as_of:
        return RULE.partly_met(entry, f"{because}, overdue.", due=first)
    if entry.serious:
        return RULE.partly_met(entry, f"{because}, still open.", due=first)
    return RULE.met(entry, f"{because}.", due=first)


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
