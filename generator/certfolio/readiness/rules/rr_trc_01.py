"""Does every requirement have an effective document or accepted proof behind it?

Stage 2 goes through all requirements. For each the auditor asks what there is to see; one with
nothing to show cannot be judged as fulfilled, whatever people say in the interview.
"""

from collections.abc import Iterator

from certfolio.linking.graph import Support
from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.answerable import Answerable, answerable
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseCoverage, ClauseState
from certfolio.readiness.left_out import left_out
from certfolio.readiness.rule import PORTAL, Rule


def check(case: Case) -> Iterator[ReadinessFinding]:
    owners = answerable(case)
    requirements = [c for c in case.coverage.values() if c.clause.kind == "requirement"]
    for coverage in requirements:
        yield _judged(case, coverage, owners)
    if not requirements:
        yield RULE.not_applicable(PORTAL, say("No declared standard holds a requirement."))


def _judged(case: Case, coverage: ClauseCoverage, owners: Answerable) -> ReadinessFinding:
    clause, documented, operated = coverage.clause, coverage.documented, coverage.operated
    owner, due = owners.get(clause.ref, case.top_management), case.graph.settings.planned.stage_2
    if coverage.state is ClauseState.NOT_APPLICABLE:
        return RULE.not_applicable(clause, left_out(coverage))
    counted = (*documented.effective, *operated.current)
    if counted:
        return RULE.met(
            clause,
            say("{clause} is supported by {ids}.", clause=clause.ref, ids=_ids(counted)),
            owner=owner,
        )
    if operated.stale:
        return RULE.partly_met(
            clause,
            say(
                "{clause} is supported only by proof that is no longer current: {ids}.",
                clause=clause.ref,
                ids=_ids(operated.stale),
            ),
            owner=owner,
            due=due,
        )
    others = (*documented.others, *operated.not_accepted)
    return RULE.gap(clause, _nothing(clause.ref, others), owner=owner, due=due)


def _ids(supports: tuple[Support, ...]) -> Listing:
    return Listing(dict.fromkeys(support.record.id for support in supports))


def _nothing(ref: ClauseRef, others: tuple[Support, ...]) -> Message:
    if not others:
        return say("{clause} has neither an effective document nor accepted evidence.", clause=ref)
    named = dict.fromkeys(
        say(
            "{record} ({state})",
            record=support.record.id,
            state=word("state", support.record.status),
        )
        for support in others
    )
    return say(
        "{clause} has neither an effective document nor accepted evidence. Not counted: {records}.",
        clause=ref,
        records=Listing(named),
    )


RULE = Rule(
    id="RR-TRC-01",
    severity=Severity.BLOCKER,
    source="every requirement; ISO/IEC 17021-1 9.3.1.3",
    needs=("clauses that records support", "evidence", "documents"),
    text=__doc__,
    check=check,
)
