"""Is every effective document inside its review interval?

The review date is the first thing an auditor reads on a document. One that has passed says that
nobody looked whether the text still describes the work; a policy, the scope or a date long past
weighs more.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import Dated
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.document import Document


def check(case: Case) -> Iterator[ReadinessFinding]:
    documents = [
        record
        for record in case.graph.records
        if isinstance(record, Dated) and is_effective(record, case.as_of)
    ]
    if not documents:
        yield RULE.not_assessed(
            "portal", say("No document, policy or scope statement is in force.")
        )
    for document in documents:
        yield _judged(case, document)


def _judged(case: Case, document: Dated) -> ReadinessFinding:
    due = document.next_review
    if due is None:
        return RULE.not_assessed(
            document, say("{document} is in force and names no next review.", document=document.id)
        )
    if due >= case.as_of:
        return RULE.met(
            document, say("{document} is to be reviewed by {due}.", document=document.id, due=due)
        )
    overdue = (case.as_of - due).days
    is_grave = not isinstance(document, Document) or overdue > case.threshold("review_overdue_days")
    return RULE.gap(
        document,
        say_count(
            "{document} was to be reviewed by {due}, {number} day ago.",
            "{document} was to be reviewed by {due}, {number} days ago.",
            overdue,
            document=document.id,
            due=due,
        ),
        severity=Severity.MAJOR if is_grave else Severity.MINOR,
        due=due,
    )


RULE = Rule(
    id="RR-DOC-04",
    severity=Severity.MINOR,
    source="7.5.2",
    needs=("next review dates of documents",),
    text=__doc__,
    check=check,
)
