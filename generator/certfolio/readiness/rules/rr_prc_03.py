"""Is every outsourced part given to a named supplier and kept under control?

What someone else does for the organization stays its own responsibility. Auditors ask who does it
and how the organization knows that it is done right.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.process import Outsourcing, Process
from certfolio.records.scope_statement import OutsourcedPart, ScopeStatement

Part = Outsourcing | OutsourcedPart


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = False
    records: list[Process | ScopeStatement] = [*case.graph.all(Process)]
    records += case.graph.all(ScopeStatement)
    for record in records:
        if record.status in {"operating", "changing", "approved"} and record.outsourced:
            found = True
            yield _judged(record, record.outsourced)
    if not found:
        yield RULE.not_applicable(
            "portal",
            say("No process in operation and no approved scope statement outsources anything."),
        )


def _judged(record: Process | ScopeStatement, parts: tuple[Part, ...]) -> ReadinessFinding:
    faults = [fault for part in parts for fault in _faults(part)]
    if not faults:
        suppliers = sorted({part.supplier for part in parts if part.supplier is not None})
        return RULE.met(
            record,
            say(
                "{record} names supplier and control of what is outsourced: {suppliers}.",
                record=record.id,
                suppliers=Listing(suppliers),
            ),
        )
    is_half = any(not list(_faults(part)) for part in parts)
    answer = RULE.partly_met if is_half else RULE.gap
    return answer(record, say("{record} names {faults}.", record=record.id, faults=Listing(faults)))


def _faults(part: Part) -> Iterator[Message]:
    if not part.supplier and not part.control:
        yield say("no supplier and no control for “{what}”", what=part.what)
    elif not part.supplier:
        yield say("no supplier for “{what}”", what=part.what)
    elif not part.control:
        yield say("no control for “{what}”", what=part.what)


RULE = Rule(
    id="RR-PRC-03",
    severity=Severity.MAJOR,
    source="8.1; 9001 8.4",
    needs=("outsourced parts of processes and scope statements",),
    text=__doc__,
    check=check,
)
