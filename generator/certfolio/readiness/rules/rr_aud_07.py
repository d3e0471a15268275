"""Does every audit programme say why it looks more often here than there?

A programme that gives each process the same day a year was not thought about. It builds on how
important a process is, on what earlier audits showed and on what has changed since.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.own_words import says_nothing
from certfolio.readiness.rule import Rule
from certfolio.records.audit_programme import AuditProgramme


def check(case: Case) -> Iterator[ReadinessFinding]:
    programmes = case.graph.all(AuditProgramme)
    if not programmes:
        yield RULE.not_assessed("portal", say("No audit programme is recorded."))
    for programme in programmes:
        yield _judged(programme)


def _judged(programme: AuditProgramme) -> ReadinessFinding:
    if programme.status == "draft":
        return RULE.not_applicable(
            programme, say("{programme} is a draft.", programme=programme.id)
        )
    basis = {
        say("the importance of the processes"): programme.basis.importance,
        say("earlier results"): programme.basis.earlier_results,
        say("changes"): programme.basis.changes,
    }
    empty = [part for part, text in basis.items() if says_nothing(text)]
    if len(empty) == len(basis):
        return RULE.gap(
            programme, say("{programme} does not say what it is built on.", programme=programme.id)
        )
    if empty:
        because = say(
            "{programme} does not say how {empty} were considered.",
            programme=programme.id,
            empty=Listing(empty),
        )
        return RULE.partly_met(programme, because)
    because = say(
        "{programme} says how {basis} were considered.",
        programme=programme.id,
        basis=Listing(basis),
    )
    return RULE.met(programme, because)


RULE = Rule(
    id="RR-AUD-07",
    severity=Severity.MINOR,
    source="9.2.2",
    needs=("what audit programmes are built on",),
    text=__doc__,
    check=check,
)
