"""Is no rejected or suspended supplier used without somebody's leave?

A rejection that nobody follows makes the whole evaluation worthless. Auditors take the list of
blocked suppliers to the purchasing desk and ask for the latest orders.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.supplier_use import supplier_use
from certfolio.records.supplier import Supplier


def check(case: Case) -> Iterator[ReadinessFinding]:
    suppliers, uses = case.graph.all(Supplier), supplier_use(case)
    blocked = [supplier for supplier in suppliers if supplier.status in {"suspended", "rejected"}]
    for supplier in blocked:
        yield _judged(case, supplier, uses.get(supplier.id, ()))
    if not suppliers:
        yield RULE.not_assessed(PORTAL, say("No supplier is recorded."))
    elif not blocked:
        yield RULE.not_applicable(PORTAL, say("No supplier is suspended or rejected."))


def _judged(case: Case, supplier: Supplier, uses: tuple[str, ...]) -> ReadinessFinding:
    if not uses:
        return RULE.met(
            supplier,
            say(
                "{supplier} is {state}, and no process uses it.",
                supplier=supplier.id,
                state=word("state", supplier.status),
            ),
        )
    leave = supplier.exception
    if leave is None:
        return RULE.gap(
            supplier,
            say(
                "{supplier} is {state} and used by {uses} without an exception.",
                supplier=supplier.id,
                state=word("state", supplier.status),
                uses=Listing(uses),
            ),
        )
    if leave.until < case.as_of:
        because = say(
            "{supplier} is {state} and used by {uses}; the exception that "
            "{approved_by} approved ended on {until}.",
            supplier=supplier.id,
            state=word("state", supplier.status),
            uses=Listing(uses),
            approved_by=leave.approved_by,
            until=leave.until,
        )
        return RULE.gap(supplier, because, due=leave.until)
    return RULE.met(
        supplier,
        say(
            "{supplier} is {state} and used by {uses} under the exception that "
            "{approved_by} approved until {until}.",
            supplier=supplier.id,
            state=word("state", supplier.status),
            uses=Listing(uses),
            approved_by=leave.approved_by,
            until=leave.until,
        ),
        due=leave.until,
    )


RULE = Rule(
    id="RR-SUP-03",
    severity=Severity.MAJOR,
    source="ISO 9001 8.4",
    needs=("suppliers", "processes"),
    text=__doc__,
    check=check,
)
