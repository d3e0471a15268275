"""Does every excluded control say why it is not needed?

An exclusion is a decision that somebody has to defend. Auditors read these lines first, since they
are few, and ask what would have to change for the control to be needed.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
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
    excluded = [entry for entry in statement.entries if not entry.applicable]
    for entry in excluded:
        yield _entry(case, entry)
    if statement.is_empty:
        yield RULE.not_assessed(statement.catalogue, statement.nothing)
    elif not excluded:
        because = say("No control of {standard} is excluded.", standard=statement.catalogue.name)
        yield RULE.not_applicable(statement.catalogue, because)


def _entry(case: Case, entry: SoaEntry) -> ReadinessFinding:
    clause = case.graph.standards.clause(entry.control)
    if says_nothing(entry.justification, entry.title, clause.title if clause else ""):
        return RULE.gap(
            entry, say("{entry} is excluded and gives no reason for it.", entry=entry.id)
        )
    return RULE.met(entry, say("{entry} is excluded, and says why.", entry=entry.id))


RULE = Rule(
    id="RR-SOA-03",
    severity=Severity.MAJOR,
    source="ISO/IEC 27001 6.1.3 d",
    needs=("statement of applicability",),
    text=__doc__,
    check=check,
)
