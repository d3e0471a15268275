"""Has the organization decided whether climate change matters to it?

Since 2024 the standards ask for this decision, not for any particular answer. An auditor wants to
see that it was taken, when and why; a no with a reason is enough.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case, serves
from certfolio.readiness.keyed_clause import refs_below
from certfolio.readiness.rule import Rule
from certfolio.records.context_issue import ContextIssue
from certfolio.standards.catalogue import Catalogue


def check(case: Case) -> Iterator[ReadinessFinding]:
    for catalogue in case.catalogues:
        if "climate" in case.expected(catalogue.id).features:
            yield _judged(case, catalogue)
        else:
            yield RULE.not_applicable(
                catalogue, f"{catalogue.name} is not known to ask for a decision on climate change."
            )


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "4.1")
    decided = [
        (issue, issue.climate)
        for issue in case.graph.all(ContextIssue)
        if issue.climate is not None and issue.status == "active" and serves(issue, catalogue.id)
    ]
    if not decided:
        because = (
            f"No context issue decides for {catalogue.name} whether climate change is relevant."
        )
        return RULE.gap(catalogue, because, clauses=clauses)
    issue, decision = max(decided, key=lambda pair: pair[1].decided_on)
    more = {"owner": issue.owner, "clauses": clauses}
    begin = f"{issue.id} decides for {catalogue.name} whether climate change is relevant"
    if decision.decided_on > case.as_of:
        return RULE.gap(catalogue, f"{begin} only on {decision.decided_on}.", **more)
    if not decision.reason.strip():
        return RULE.partly_met(catalogue, f"{begin} and gives no reason.", **more)
    answer = "relevant" if decision.relevant else "not relevant"
    because = (
        f"{issue.id} decided on {decision.decided_on} for {catalogue.name} that climate change is "
        f"{answer}."
    )
    return RULE.met(catalogue, because, **more)


RULE = Rule(
    id="RR-SCP-05",
    severity=Severity.MINOR,
    source="4.1 (2024 amendments and 2026 editions)",
    needs=("context issues with a decision on climate change",),
    text=__doc__,
    check=check,
)
