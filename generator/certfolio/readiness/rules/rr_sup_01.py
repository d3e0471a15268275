"""Is every critical external provider evaluated by criteria, approved and due again on a day?

What such a provider gets wrong, the organization delivers. Auditors ask by what it was chosen, who
looked at it last, and what would make the organization leave.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.demand import demanding, unserved
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.supplier_use import supplier_use
from certfolio.records.supplier import Supplier

_APPROVED = {
    "approved": word("state", "approved"),
    "conditional": word("state", "approved with conditions"),
}


def check(case: Case) -> Iterator[ReadinessFinding]:
    suppliers, uses = case.graph.all(Supplier), supplier_use(case)
    critical = [supplier for supplier in suppliers if supplier.criticality == "critical"]
    for supplier in critical:
        yield _judged(case, supplier, uses.get(supplier.id, ()))
    for catalogue in unserved(case, "supplier evaluation", suppliers):
        because = say(
            "No supplier is recorded for {standard}, which asks for their evaluation.",
            standard=catalogue.name,
        )
        yield RULE.gap(catalogue, because, owner=case.top_management)
    if suppliers and not critical:
        yield RULE.not_applicable(PORTAL, say("No supplier is marked as critical."))
    elif not suppliers and not demanding(case, "supplier evaluation"):
        because = say(
            "No supplier is recorded, and no declared standard asks for their evaluation."
        )
        yield RULE.not_applicable(PORTAL, because)


def _judged(case: Case, supplier: Supplier, uses: tuple[str, ...]) -> ReadinessFinding:
    day, due = supplier.evaluated_on, supplier.next_evaluation
    if supplier.status in {"suspended", "rejected"} and not uses:
        because = say(
            "{supplier} is {state}, and no process uses it.",
            supplier=supplier.id,
            state=word("state", supplier.status),
        )
        return RULE.not_applicable(supplier, because)
    faults = list(_faults(case, supplier))
    if faults:
        return RULE.gap(
            supplier,
            say(
                "{supplier} is critical and {faults}.", supplier=supplier.id, faults=Listing(faults)
            ),
            due=due,
        )
    approved = _APPROVED[supplier.status]
    because = say(
        "{supplier} was evaluated on {day}, is {approved} and due again by {due}.",
        supplier=supplier.id,
        day=day,
        approved=approved,
        due=due,
    )
    return RULE.met(supplier, because)


def _faults(case: Case, supplier: Supplier) -> Iterator[Message]:
    if not supplier.criteria:
        yield say("has no criteria")
    if supplier.evaluated_on > case.as_of:
        yield say(
            "is dated as evaluated on {evaluated_on}, after {today}",
            evaluated_on=supplier.evaluated_on,
            today=case.as_of,
        )
    elif not supplier.result.strip():
        yield say(
            "has no result of its evaluation on {evaluated_on}", evaluated_on=supplier.evaluated_on
        )
    if supplier.status not in _APPROVED:
        yield say("is {state}, not approved", state=word("state", supplier.status))


RULE = Rule(
    id="RR-SUP-01",
    severity=Severity.MAJOR,
    source="ISO 9001 8.4.1; ISO/IEC 27001 A.5.19 to A.5.23",
    needs=("suppliers",),
    text=__doc__,
    check=check,
)
