"""Was every document in force approved by somebody other than its author?

Approval is a second look. Where author and approver are one person nobody has looked twice, and an
auditor asks what the approval added. Small organizations may switch this off with the threshold
approver_differs.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument


def check(case: Case) -> Iterator[ReadinessFinding]:
    if not case.threshold("approver_differs"):
        because = say(
            "The organization lets authors approve their own documents (approver_differs: 0)."
        )
        yield RULE.not_applicable("portal", because)
        return
    documents = [
        record
        for record in case.graph.records
        if isinstance(record, ControlledDocument) and is_effective(record, case.as_of)
    ]
    if not documents:
        yield RULE.not_assessed("portal", say("No document or policy is in force."))
    for document in documents:
        yield _judged(document)


def _judged(document: ControlledDocument) -> ReadinessFinding:
    if document.author is None:
        return RULE.not_assessed(document, say("{document} names no author.", document=document.id))
    if document.approved_by is None:
        return RULE.not_assessed(
            document, say("{document} names no approver.", document=document.id)
        )
    if document.author == document.approved_by:
        because = say(
            "{document} was written and approved by the same person, {author}.",
            document=document.id,
            author=document.author,
        )
        return RULE.gap(document, because)
    because = say(
        "{document} was written by {author}, approved by {approved_by}.",
        document=document.id,
        author=document.author,
        approved_by=document.approved_by,
    )
    return RULE.met(document, because)


RULE = Rule(
    id="RR-DOC-06",
    severity=Severity.MINOR,
    source="7.5.2, practice",
    needs=("authors and approvers of documents",),
    text=__doc__,
    check=check,
)
