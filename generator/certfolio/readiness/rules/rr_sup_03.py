"""Is no rejected or suspended supplier used without somebody's leave?

A rejection that nobody follows makes the whole evaluation worthless. Auditors take the list of
blocked suppliers to the purchasing desk and ask for the latest orders.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.sentence import listed
from certfolio.readiness.supplier_use import supplier_use
from certfolio.records.supplier import Supplier


def check(case: Case) -> Iterator[ReadinessFinding]:
    suppliers, uses = case.graph.all(Supplier), supplier_use(case)
    blocked = [supplier for supplier in suppliers if supplier.status in {"suspended", "rejected"}]
    for supplier in blocked:
        yield _judged(case, supplier, uses.get(supplier.id, ()))
    if not suppliers:
        yield RULE.not_assessed(PORTAL, "No supplier is recorded.")
    elif not blocked:
        yield RULE.not_applicable(PORTAL, "No supplier is suspended or rejected.")


def _judged(case: Case, supplier: Supplier, uses: tuple[str, ...]) -> ReadinessFinding:
    if not uses:
        return RULE.met(supplier, f"{supplier.id} is {supplier.status}, and no process uses it.")
    used = f"{supplier.id} is {supplier.status} and used by {listed(uses)}"
    leave = supplier.exception
    if leave is None:
        return RULE.gap(supplier, f"{used} without an exception.")
    allowed = f"the exception that {leave.approved_by} approved"
    if leave.until < case.as_of:
        because = f"{used}; {allowed} ended on {leave.until}."
        return RULE.gap(supplier, because, due=leave.until)
    return RULE.met(supplier, f"{used} under {allowed} until {leave.until}.", due=leave.until)


RULE = Rule(
    id="RR-SUP-03",
    severity=Severity.MAJOR,
    source="ISO 9001 8.4",
    needs=("suppliers", "processes"),
    text=__doc__,
    check=check,
)
