"""Was every requirement looked at in the gap analysis, by whom and when?

A gap analysis that leaves clauses out says nothing about them. No standard asks for one; where it
is done, it is the first step, and auditors see by it how well the organization knows itself.
Controls are decided in the statement of applicability and not asked for here.
"""

from collections.abc import Iterator

from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.coverage import ClauseState
from certfolio.readiness.rule import Rule
from certfolio.records.gap_item import GapItem
from certfolio.standards.catalogue import Catalogue, Clause


def check(case: Case) -> Iterator[ReadinessFinding]:
    items: dict[ClauseRef, GapItem] = {}
    for item in sorted(case.graph.all(GapItem), key=lambda item: item.assessed_on):
        items[item.clause] = item
    looked_at = {ref.standard for ref in items}
    for catalogue in case.catalogues:
        if catalogue.id not in looked_at:
            yield RULE.not_assessed(
                catalogue, say("No gap item is recorded for {standard}.", standard=catalogue.name)
            )
            continue
        for clause in catalogue.demands:
            if clause.kind == "requirement":
                yield _judged(case, clause, _item(catalogue, clause, items))


def _item(catalogue: Catalogue, clause: Clause, items: dict[ClauseRef, GapItem]) -> GapItem | None:
    """Return the item of the clause, else that of the nearest clause above it."""
    at: Clause | None = clause
    while at is not None:
        if at.ref in items:
            return items[at.ref]
        at = catalogue.clause(at.parent.number) if at.parent else None
    return None


def _judged(case: Case, clause: Clause, item: GapItem | None) -> ReadinessFinding:
    covered = case.coverage[clause.ref]
    if covered.state is ClauseState.NOT_APPLICABLE:
        reason = (covered.reason or "").rstrip(".")
        return RULE.not_applicable(
            clause, say("{clause} does not apply: {reason}.", clause=clause.ref, reason=reason)
        )
    if item is None:
        return RULE.gap(
            clause,
            say("No gap item looks at {clause}, {title}.", clause=clause.ref, title=clause.title),
        )
    if item.rating == "not assessed":
        reason = (item.reason or "").rstrip(".")
        return RULE.not_assessed(
            clause,
            say(
                "{item} leaves {clause} open: {reason}.",
                item=item.id,
                clause=clause.ref,
                reason=reason,
            ),
            owner=item.owner,
        )
    if item.assessed_on > case.as_of:
        return RULE.gap(
            clause,
            say(
                "{item} is dated as assessed by {assessor} on {assessed_on}, which is "
                "still to come.",
                item=item.id,
                assessor=item.assessor,
                assessed_on=item.assessed_on,
            ),
            owner=item.owner,
        )
    return RULE.met(
        clause,
        say(
            "{clause} was assessed in {item} by {assessor} on {assessed_on}.",
            clause=clause.ref,
            item=item.id,
            assessor=item.assessor,
            assessed_on=item.assessed_on,
        ),
        owner=item.owner,
    )


RULE = Rule(
    id="RR-GAP-01",
    severity=Severity.MINOR,
    source="step 1",
    needs=("gap items",),
    text=__doc__,
    check=check,
)
