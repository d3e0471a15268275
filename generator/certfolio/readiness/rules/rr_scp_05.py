"""Has the organization decided whether climate change matters to it?

Since 2024 the standards ask for this decision, not for any particular answer. An auditor wants to
see that it was taken, when and why; a no with a reason is enough.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
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
                catalogue,
                say(
                    "{standard} is not known to ask for a decision on climate change.",
                    standard=catalogue.name,
                ),
            )


def _judged(case: Case, catalogue: Catalogue) -> ReadinessFinding:
    clauses = refs_below(catalogue, "4.1")
    decided = [
        (issue, issue.climate)
        for issue in case.graph.all(ContextIssue)
        if issue.climate is not None and issue.status == "active" and serves(issue, catalogue.id)
    ]
    if not decided:
        because = say(
            "No context issue decides for {standard} whether climate change is relevant.",
            standard=catalogue.name,
        )
        return RULE.gap(catalogue, because, clauses=clauses)
    issue, decision = max(decided, key=lambda pair: pair[1].decided_on)
    more = {"owner": issue.owner, "clauses": clauses}
    if decision.decided_on > case.as_of:
        return RULE.gap(
            catalogue,
            say(
                "{issue} decides for {standard} whether climate change is relevant only on "
                "{decided_on}.",
                issue=issue.id,
                standard=catalogue.name,
                decided_on=decision.decided_on,
            ),
            **more,
        )
    if not decision.reason.strip():
        return RULE.partly_met(
            catalogue,
            say(
                "{issue} decides for {standard} whether climate change is relevant and "
                "gives no reason.",
                issue=issue.id,
                standard=catalogue.name,
            ),
            **more,
        )
    because = (
        say(
            "{issue} decided on {decided_on} for {standard} that climate change is relevant.",
            issue=issue.id,
            decided_on=decision.decided_on,
            standard=catalogue.name,
        )
        if decision.relevant
        else say(
            "{issue} decided on {decided_on} for {standard} that climate change is not relevant.",
            issue=issue.id,
            decided_on=decision.decided_on,
            standard=catalogue.name,
        )
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
