"""Are workers consulted, and not only their managers?

Where a standard asks for it, people who do the work must be heard before decisions about their
safety are taken. An auditor looks for minutes or notices that show who took part; a meeting of
managers proves the opposite.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import Standing, last_day, standing
from certfolio.records.evidence import Evidence
from certfolio.records.person import Person
from certfolio.records.process import Process


def check(case: Case) -> Iterator[ReadinessFinding]:
    asking = [
        ClauseRef(catalogue.id, number)
        for catalogue in case.catalogues
        if (number := case.expected(catalogue.id).participation)
    ]
    if not asking:
        yield RULE.not_applicable(
            "portal", say("No declared standard is known to ask for the consultation of workers.")
        )
    managers = _managers(case) if asking else frozenset()
    for ref in asking:
        yield _judged(case, ref, managers)


def _judged(case: Case, ref: ClauseRef, managers: frozenset[str]) -> ReadinessFinding:
    period = case.graph.settings.audit_period
    exhibits = _exhibits(case, ref)
    if not exhibits:
        because = say(
            "No accepted evidence since {begins} shows that workers were consulted.",
            begins=period.begins,
        )
        return RULE.gap(ref, because)
    owner = exhibits[-1].owner
    shown = {row.id: [id for id in row.participants if id not in managers] for row in exhibits}
    heard = [
        say("{id} with {people}", id=id, people=Listing(people))
        for id, people in shown.items()
        if people
    ]
    if heard:
        because = say("Workers who are no managers were consulted: {heard}.", heard=Listing(heard))
        return RULE.met(ref, because, owner=owner)
    if all(exhibit.participants for exhibit in exhibits):
        because = say(
            "Only managers are named as having taken part in {shown}.", shown=Listing(shown)
        )
        return RULE.partly_met(ref, because, owner=owner)
    because = say("Which workers took part is not said in {shown}.", shown=Listing(shown))
    return RULE.not_assessed(ref, because, owner=owner)


def _exhibits(case: Case, ref: ClauseRef) -> list[Evidence]:
    """Return the accepted evidence for the clause that speaks about the audit period."""
    period = case.graph.settings.audit_period
    named = [support.record for support in case.graph.supports(ref)]
    return [
        record
        for record in named
        if isinstance(record, Evidence)
        and standing(record, case.as_of, period) is not Standing.NOT_ACCEPTED
        and last_day(record) >= period.begins
    ]


def _managers(case: Case) -> frozenset[str]:
    """Return top management and the owners of processes."""
    owners = {process.owner for process in case.graph.all(Process)}
    people = {person.id for person in case.graph.all(Person) if person.top_management}
    return frozenset(owners | people)


RULE = Rule(
    id="RR-LDR-05",
    severity=Severity.MINOR,
    source="45001 5.4",
    needs=("accepted evidence of consultation with those who took part", "people", "processes"),
    text=__doc__,
    check=check,
)
