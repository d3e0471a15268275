"""Is there accepted evidence for the clause of every gap that was closed?

Writing a procedure does not close a gap; being able to show that it is followed does. Auditors take
a closed item and ask to see what closed it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.gap_proof import accepted_evidence
from certfolio.readiness.rule import Rule
from certfolio.records.evidence import Evidence
from certfolio.records.gap_item import GapItem


def check(case: Case) -> Iterator[ReadinessFinding]:
    closed = [item for item in case.graph.all(GapItem) if item.status == "closed"]
    if not closed:
        yield RULE.not_applicable("portal", say("No gap item is closed."))
    for item in closed:
        yield _judged(case, item)


def _judged(case: Case, item: GapItem) -> ReadinessFinding:
    if item.rating == "not applicable":
        return RULE.not_applicable(
            item,
            say("{item} found that {clause} does not apply.", item=item.id, clause=item.clause),
        )
    proofs = accepted_evidence(case, item)
    fitting = [proof.id for proof in proofs if _speaks_for(proof, item)]
    if fitting:
        return RULE.met(
            item,
            say(
                "{item} was closed on {closed_on} with evidence for {clause}: {fitting}.",
                item=item.id,
                closed_on=item.closed_on,
                clause=item.clause,
                fitting=Listing(fitting),
            ),
        )
    if proofs:
        others = Listing([proof.id for proof in proofs])
        return RULE.partly_met(
            item,
            say(
                "{item} was closed on {closed_on} with {others}, accepted but not for {clause}.",
                item=item.id,
                closed_on=item.closed_on,
                others=others,
                clause=item.clause,
            ),
        )
    return RULE.gap(
        item,
        say(
            "{item} was closed on {closed_on}, and no accepted evidence supports {clause}.",
            item=item.id,
            closed_on=item.closed_on,
            clause=item.clause,
        ),
    )


def _speaks_for(proof: Evidence, item: GapItem) -> bool:
    asked = item.clause
    return any(
        support.clause.standard == asked.standard
        and f"{support.clause.number}.".startswith(f"{asked.number}.")
        for support in proof.clauses
    )


RULE = Rule(
    id="RR-GAP-03",
    severity=Severity.MAJOR,
    source="step 1",
    needs=("gap items", "evidence"),
    text=__doc__,
    check=check,
)
