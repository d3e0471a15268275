"""How many gaps are closed, and which has been open the longest?

The oldest open gap says more about an organization than the number of closed ones: auditors ask why
it is still open.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.ordering import natural_key
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.gap_item import GapItem


def check(case: Case) -> Iterator[ReadinessFinding]:
    items = case.graph.all(GapItem)
    gaps = [item for item in items if item.rating in {"not met", "partly met"}]
    open_ones = [item for item in gaps if item.status != "closed"]
    if not items:
        yield RULE.not_assessed("portal", say("No gap item is recorded."))
    elif not gaps:
        yield RULE.not_applicable("portal", say("No gap item is rated not met or partly met."))
    elif not open_ones:
        yield RULE.met(
            "portal",
            say_count(
                "{number} gap found, {closed} closed, 0 open.",
                "{number} gaps found, {closed} closed, 0 open.",
                len(gaps),
                closed=len(gaps),
            ),
        )
    else:
        oldest = min(open_ones, key=lambda item: (item.assessed_on, natural_key(item.id)))
        closed = len(gaps) - len(open_ones)
        yield RULE.partly_met(
            "portal",
            say_count(
                "{number} gap found, {closed} closed, {open} open. The oldest open "
                "one is {oldest} on {clause}, found on {assessed_on}.",
                "{number} gaps found, {closed} closed, {open} open. The oldest open "
                "one is {oldest} on {clause}, found on {assessed_on}.",
                len(gaps),
                closed=closed,
                open=len(open_ones),
                oldest=oldest.id,
                clause=oldest.clause,
                assessed_on=oldest.assessed_on,
            ),
            owner=oldest.owner,
            clauses=(oldest.clause,),
        )


RULE = Rule(
    id="RR-GAP-04",
    severity=Severity.INFO,
    source="step 1",
    needs=("gap items",),
    text=__doc__,
    check=check,
)
