"""Is every treatment of a risk on time?

A treatment that is overdue leaves the risk as high as it was. Auditors compare the date in the
register with the day of the audit.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.readiness.treatment import treatments
from certfolio.records.action import Action


def check(case: Case) -> Iterator[ReadinessFinding]:
    treated = treatments(case)
    if not treated:
        yield RULE.not_applicable("portal", "No action treats a risk or an opportunity.")
    for action, risks in treated:
        yield _judged(case, action, f"{action.id} for {listed(risks)}")


def _judged(case: Case, action: Action, name: str) -> ReadinessFinding:
    if action.status == "cancelled":
        return RULE.not_applicable(action, f"{name} was cancelled.")
    if action.done_on is not None and action.done_on <= case.as_of:
        return RULE.met(action, f"{name} was done on {action.done_on}.")
    if action.due >= case.as_of:
        return RULE.met(action, f"{name} is due on {action.due}.", due=action.due)
    overdue = counted((case.as_of - action.due).days, "day")
    return RULE.gap(action, f"{name} was due on {action.due}, {overdue} ago.", due=action.due)


RULE = Rule(
    id="RR-RSK-03",
    severity=Severity.MINOR,
    source="6.1; 8.3",
    needs=("risks and opportunities", "actions"),
    text=__doc__,
    check=check,
)
