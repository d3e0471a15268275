"""Is every treatment of a risk on time?

A treatment that is overdue leaves the risk as high as it was. Auditors compare the date in the
register with the day of the audit.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.treatment import treatments
from certfolio.records.action import Action


def check(case: Case) -> Iterator[ReadinessFinding]:
    treated = treatments(case)
    if not treated:
        yield RULE.not_applicable("portal", say("No action treats a risk or an opportunity."))
    for action, risks in treated:
        yield _judged(
            case, action, say("{action} for {risks}", action=action.id, risks=Listing(risks))
        )


def _judged(case: Case, action: Action, name: Message) -> ReadinessFinding:
    if action.status == "cancelled":
        return RULE.not_applicable(action, say("{name} was cancelled.", name=name))
    if action.done_on is not None and action.done_on <= case.as_of:
        return RULE.met(
            action, say("{name} was done on {done_on}.", name=name, done_on=action.done_on)
        )
    if action.due >= case.as_of:
        return RULE.met(
            action, say("{name} is due on {due}.", name=name, due=action.due), due=action.due
        )
    return RULE.gap(
        action,
        say_count(
            "{name} was due on {due}, {number} day ago.",
            "{name} was due on {due}, {number} days ago.",
            (case.as_of - action.due).days,
            name=name,
            due=action.due,
        ),
        due=action.due,
    )


RULE = Rule(
    id="RR-RSK-03",
    severity=Severity.MINOR,
    source="6.1; 8.3",
    needs=("risks and opportunities", "actions"),
    text=__doc__,
    check=check,
)
