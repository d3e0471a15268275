"""Does every needed control say why it is needed and how far it is in place?

A control without a reason was taken over from a list. Auditors follow the reason back to a risk, a
law or a contract, and from there to what was really done.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.own_words import says_nothing
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.statement import NO_CONTROLS, Statement, statements
from certfolio.records.soa_entry import SoaEntry


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = statements(case)
    for statement in found:
        yield from _judged(case, statement)
    if not found:
        yield RULE.not_applicable(PORTAL, NO_CONTROLS)


def _judged(case: Case, statement: Statement) -> Iterator[ReadinessFinding]:
    needed = [entry for entry in statement.entries if entry.applicable]
    for entry in needed:
        yield _entry(case, entry)
    if statement.is_empty:
        yield RULE.not_assessed(statement.catalogue, statement.nothing)
    elif not needed:
        excluded = say(
            "Every control of {standard} is excluded.", standard=statement.catalogue.name
        )
        yield RULE.not_applicable(statement.catalogue, excluded)


def _entry(case: Case, entry: SoaEntry) -> ReadinessFinding:
    clause = case.graph.standards.clause(entry.control)
    if says_nothing(entry.justification, entry.title, clause.title if clause else ""):
        return RULE.gap(
            entry,
            say(
                "{entry} is {state} and gives no reason for being needed.",
                entry=entry.id,
                state=word("state", entry.status),
            ),
        )
    sources = [
        *(word("value", reason) for reason in entry.reasons),
        *entry.risks,
        *entry.obligations,
    ]
    return RULE.met(
        entry,
        (
            say(
                "{entry} is {state} and needed, because of {sources}.",
                entry=entry.id,
                state=word("state", entry.status),
                sources=Listing(sources),
            )
            if sources
            else say(
                "{entry} is {state} and needed, with its reason in words.",
                entry=entry.id,
                state=word("state", entry.status),
            )
        ),
    )


RULE = Rule(
    id="RR-SOA-02",
    severity=Severity.MAJOR,
    source="ISO/IEC 27001 6.1.3 d",
    needs=("statement of applicability",),
    text=__doc__,
    check=check,
)
