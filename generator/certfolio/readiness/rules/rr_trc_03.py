"""Does every link to a clause say in own words why the record supports it?

An auditor opens an exhibit to find something. Without a reason beside the clause they read it from
front to back, and one sentence pasted behind many clauses tells them that nobody looked.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.own_words import plainly, says_nothing
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.part import ClauseSupport
from certfolio.records.record import Record

Repeated = frozenset[str]


def check(case: Case) -> Iterator[ReadinessFinding]:
    linked = [record for record in case.graph.records if record.clauses]
    repeated = _repeated(case, linked)
    for record in linked:
        yield _judged(case, record, repeated)
    if not linked:
        yield RULE.not_assessed(PORTAL, say("No record names a clause that it supports."))


def _judged(case: Case, record: Record, repeated: Repeated) -> ReadinessFinding:
    empty = [support for support in record.clauses if _is_empty(case, record, support)]
    pasted = [support for support in record.clauses if plainly(support.why) in repeated]
    weak = tuple(dict.fromkeys(support.clause for support in (*empty, *pasted)))
    if not weak:
        return RULE.met(
            record,
            say_count(
                "{record} gives its reason for {number} clause.",
                "{record} gives its reason for {number} clauses.",
                len(record.clauses),
                record=record.id,
            ),
        )
    told = [say("says nothing about {clauses}", clauses=_numbers(empty))] if empty else []
    told += (
        [say("gives a reason for {clauses} that is pasted elsewhere", clauses=_numbers(pasted))]
        if pasted
        else []
    )
    return RULE.gap(
        record, say("{record} {faults}.", record=record.id, faults=Listing(told)), clauses=weak
    )


def _is_empty(case: Case, record: Record, support: ClauseSupport) -> bool:
    clause = case.graph.standards.clause(support.clause)
    title = clause.title if clause else ""
    return says_nothing(support.why, title, record.title, str(support.clause))


def _repeated(case: Case, linked: list[Record]) -> Repeated:
    """Return the reasons given for too many clauses; joined standards count a clause once."""
    places: dict[str, set[str]] = {}
    for record in linked:
        for support in record.clauses:
            places.setdefault(plainly(support.why), set()).add(_demand(case, support.clause))
    allowed = case.threshold("clauses_per_reason")
    return frozenset(why for why, demands in places.items() if len(demands) > allowed)


def _demand(case: Case, ref: ClauseRef) -> str:
    clause = case.graph.standards.clause(ref)
    return clause.hs_key if clause and clause.hs_key else str(ref)


def _numbers(supports: list[ClauseSupport]) -> Listing:
    return Listing([support.clause for support in supports])


RULE = Rule(
    id="RR-TRC-03",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("reasons beside clauses",),
    text=__doc__,
    check=check,
)
