"""Does the statement of applicability decide on every control exactly once?

The auditor lays the list of controls beside the statement and ticks them off. A missing control was
never decided on; one that stands there twice may be decided in two ways.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.sentence import chained
from certfolio.readiness.statement import NO_CONTROLS, Statement, statements


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = statements(case)
    for statement in found:
        yield _judged(case, statement)
    if not found:
        yield RULE.not_applicable(PORTAL, NO_CONTROLS)


def _judged(case: Case, statement: Statement) -> ReadinessFinding:
    catalogue, due = statement.catalogue, case.graph.settings.planned.stage_1
    if statement.is_empty:
        nothing = say_count(
            "{nothing} There are {number} control to decide on.",
            "{nothing} There are {number} controls to decide on.",
            len(statement.controls),
            nothing=statement.nothing,
        )
        return RULE.gap(catalogue, nothing, owner=case.top_management, due=due)
    decided = statement.decided()
    missing = [control.ref for control in statement.controls if control.ref not in decided]
    doubled = [ref for ref, entries in decided.items() if len(entries) > 1]
    if not missing and not doubled:
        return RULE.met(
            catalogue,
            say_count(
                "All {number} control of {standard} are decided on once.",
                "All {number} controls of {standard} are decided on once.",
                len(statement.controls),
                standard=catalogue.name,
            ),
        )
    told = (
        [say("decides nothing on {missing}", missing=Listing([ref.number for ref in missing]))]
        if missing
        else []
    )
    for ref in doubled:
        told.append(
            say(
                "decides on {clause} in {entries}",
                clause=ref.number,
                entries=Listing([e.id for e in decided[ref]]),
            )
        )
    return RULE.gap(
        catalogue,
        say(
            "The statement of applicability of {standard} {faults}.",
            standard=catalogue.name,
            faults=chained(told),
        ),
        owner=statement.entries[0].owner,
        due=due,
        clauses=(*missing, *doubled),
    )


RULE = Rule(
    id="RR-SOA-01",
    severity=Severity.BLOCKER,
    source="ISO/IEC 27001 6.1.3; ISO/IEC 42001 6.1.3",
    needs=("statement of applicability", "controls of the standard"),
    text=__doc__,
    check=check,
)
