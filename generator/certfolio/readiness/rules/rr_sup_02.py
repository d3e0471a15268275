"""Is no supplier overdue for evaluation?

A provider that was good two years ago may not be now. Auditors compare the promised day with the
date of the last evaluation, which takes one glance at the register.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.supplier import Supplier

_SET_ASIDE = {"suspended", "rejected"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    suppliers = case.graph.all(Supplier)
    for supplier in suppliers:
        yield _judged(case, supplier)
    if not suppliers:
        yield RULE.not_assessed(PORTAL, say("No supplier is recorded."))


def _judged(case: Case, supplier: Supplier) -> ReadinessFinding:
    due = supplier.next_evaluation
    if supplier.status in _SET_ASIDE:
        because = say(
            "{supplier} is {state} and is not evaluated again.",
            supplier=supplier.id,
            state=word("state", supplier.status),
        )
        return RULE.not_applicable(supplier, because)
    if due >= case.as_of:
        return RULE.met(
            supplier,
            say("{supplier} is to be evaluated again by {due}.", supplier=supplier.id, due=due),
        )
    because = say_count(
        "{supplier} was to be evaluated again by {due}, {number} day ago.",
        "{supplier} was to be evaluated again by {due}, {number} days ago.",
        (case.as_of - due).days,
        supplier=supplier.id,
        due=due,
    )
    return RULE.gap(supplier, because, due=due)


RULE = Rule(
    id="RR-SUP-02",
    severity=Severity.MINOR,
    source="ISO 9001 8.4.1",
    needs=("suppliers",),
    text=__doc__,
    check=check,
)
