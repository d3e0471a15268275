"""Does every clause that a record names exist in the declared edition?

Clause numbers move between editions. A record that still cites the old numbering shows the auditor
that the change of edition did not reach it, and its support counts for nothing.
"""

from collections import Counter
from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
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
            yield RULE.gap(
                record,
                say("{record} {told}.", record=record.id, told=_told(unknown, standards)),
                clauses=(),
            )
    for catalogue in case.catalogues:
        number = found[catalogue.id]
        if number:
            because = say_count(
                "{standard}: clauses of this edition are named {number} time.",
                "{standard}: clauses of this edition are named {number} times.",
                number,
                standard=catalogue.name,
            )
            yield RULE.met(catalogue, because)
        else:
            yield RULE.not_assessed(
                catalogue, say("No record names a clause of {standard}.", standard=catalogue.name)
            )


def _named(record: Record) -> list[ClauseRef]:
    return [marked.value for marked in marked_values(record) if isinstance(marked.value, ClauseRef)]


def _told(unknown: list[ClauseRef], standards: Standards) -> Listing:
    numbers: dict[str, list[str]] = {}
    for ref in dict.fromkeys(unknown):
        numbers.setdefault(ref.standard, []).append(ref.number)
    parts = [
        say(
            "names {some}, which {standard} does not have",
            some=Listing(some),
            standard=catalogue.name,
        )
        if (catalogue := standards.catalogues.get(standard))
        else say(
            "names {some} of {standard}, a standard that is not declared",
            some=Listing(some),
            standard=standard,
        )
        for standard, some in numbers.items()
    ]
    return Listing(parts)


RULE = Rule(
    id="RR-EDN-03",
    severity=Severity.MAJOR,
    source="edition structure",
    needs=("clause references of all records", "the declared editions"),
    text=__doc__,
    check=check,
)
