"""Does every clause that a record names exist in the declared edition?

Clause numbers move between editions. A record that still cites the old numbering shows the auditor
that the change of edition did not reach it, and its support counts for nothing.
"""

from collections import Counter
from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed
from certfolio.records.field_walk import marked_values
from certfolio.records.record import Record
from certfolio.standards.catalogue import Standards


def check(case: Case) -> Iterator[ReadinessFinding]:
    standards = case.graph.standards
    found: Counter[str] = Counter()
    for record in case.graph.records:
        refs = _named(record)
        unknown = [ref for ref in refs if standards.clause(ref) is None]
        found.update(ref.standard for ref in refs if ref not in unknown)
        if unknown:
            yield RULE.gap(record, f"{record.id} {_told(unknown, standards)}.", clauses=())
    for catalogue in case.catalogues:
        number = found[catalogue.id]
        if number:
            times = counted(number, "time")
            because = f"{catalogue.name}: clauses of this edition are named {times}."
            yield RULE.met(catalogue, because)
        else:
            yield RULE.not_assessed(catalogue, f"No record names a clause of {catalogue.name}.")


def _named(record: Record) -> list[ClauseRef]:
    return [marked.value for marked in marked_values(record) if isinstance(marked.value, ClauseRef)]


def _told(unknown: list[ClauseRef], standards: Standards) -> str:
    numbers: dict[str, list[str]] = {}
    for ref in dict.fromkeys(unknown):
        numbers.setdefault(ref.standard, []).append(ref.number)
    parts = [
        f"names {listed(some)}, which {catalogue.name} does not have"
        if (catalogue := standards.catalogues.get(standard))
        else f"names {listed(some)} of {standard}, a standard that is not declared"
        for standard, some in numbers.items()
    ]
    return listed(parts)


RULE = Rule(
    id="RR-EDN-03",
    severity=Severity.MAJOR,
    source="edition structure",
    needs=("clause references of all records", "the declared editions"),
    text=__doc__,
    check=check,
)
