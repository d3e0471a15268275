"""Were context issues and interested parties reviewed in time, and before the management review?

The context moves: laws, customers, people. A list that nobody has looked at for a year describes
another organization, and a management review that had no current list could not judge changes. A
review of the context after the last management review is no fault; the next one takes it up.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.interval import months_after
from certfolio.readiness.rule import Rule
from certfolio.records.context_issue import ContextIssue
from certfolio.records.interested_party import InterestedParty
from certfolio.records.management_review import ManagementReview

Context = ContextIssue | InterestedParty


def check(case: Case) -> Iterator[ReadinessFinding]:
    issues = [issue for issue in case.graph.all(ContextIssue) if issue.status == "active"]
    parties = [party for party in case.graph.all(InterestedParty) if party.status == "active"]
    if not issues:
        yield RULE.not_assessed("portal", say("No active context issue is recorded."))
    if not parties:
        yield RULE.not_assessed("portal", say("No active interested party is recorded."))
    context: list[Context] = [*issues, *parties]
    for record in context:
        yield _judged(case, record)
    if context:
        yield from _at_last_review(case, context)


def _judged(case: Case, record: Context) -> ReadinessFinding:
    months = case.threshold("context_review_months")
    until = months_after(record.reviewed_on, months)
    if record.reviewed_on > case.as_of:
        because = say(
            "{record} is to be reviewed on {reviewed_on}; no review before is recorded.",
            record=record.id,
            reviewed_on=record.reviewed_on,
        )
        return RULE.not_assessed(record, because)
    if until < case.as_of:
        return RULE.gap(
            record,
            say(
                "{record} was last reviewed on {reviewed_on}, more than {months} months ago.",
                record=record.id,
                reviewed_on=record.reviewed_on,
                months=months,
            ),
            due=until,
        )
    return RULE.met(
        record,
        say(
            "{record} was last reviewed on {reviewed_on}.",
            record=record.id,
            reviewed_on=record.reviewed_on,
        ),
    )


def _at_last_review(case: Case, context: list[Context]) -> Iterator[ReadinessFinding]:
    held = [
        review
        for review in case.graph.all(ManagementReview)
        if review.status != "planned" and review.held_on <= case.as_of
    ]
    if not held:
        return
    last = max(held, key=lambda review: review.held_on)
    before = [record.reviewed_on for record in context if record.reviewed_on <= last.held_on]
    if before:
        because = say(
            "The management review {last} was held on {held_on}, after the review of "
            "the context on {reviewed_on}.",
            last=last.id,
            held_on=last.held_on,
            reviewed_on=max(before),
        )
        yield RULE.met(last, because, clauses=())
    else:
        because = say(
            "The management review {last} was held on {held_on}; every recorded review "
            "of the context is later.",
            last=last.id,
            held_on=last.held_on,
        )
        yield RULE.not_assessed(last, because, clauses=())


RULE = Rule(
    id="RR-SCP-06",
    severity=Severity.MINOR,
    source="4.1; 4.2; 9.3",
    needs=("context issues", "interested parties", "management reviews"),
    text=__doc__,
    check=check,
)
