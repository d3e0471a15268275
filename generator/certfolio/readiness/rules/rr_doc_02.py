"""Does every document in force say what it is, who approved it and since when it counts?

Number, version, owner, approver and dates are how a reader knows that the paper in hand is the
right one. A document without them cannot be controlled, whatever it says.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.force import Dated
from certfolio.readiness.rule import Rule
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.scope_statement import ScopeStatement

_NOT_SAID = ("", "not stated")


def check(case: Case) -> Iterator[ReadinessFinding]:
    marked = [record for record in case.graph.records if _is_marked(record)]
    if not marked:
        yield RULE.not_assessed(
            "portal", say("No document, policy or scope statement is marked as in force.")
        )
    for record in marked:
        if isinstance(record, Dated):
            yield _judged(record)


def _is_marked(record: object) -> bool:
    """Whether a document says of itself that it is in force, be its dates as they may."""
    if isinstance(record, ScopeStatement):
        return record.status == "approved"
    return isinstance(record, ControlledDocument) and record.status == "effective"


def _judged(document: Dated) -> ReadinessFinding:
    lacking = Listing(_lacking(document))
    if lacking:
        return RULE.gap(
            document,
            say(
                "{document} is marked as in force and names {lacking}.",
                document=document.id,
                lacking=lacking,
            ),
        )
    because = say(
        "{document}, version {version}, was approved on {approved_on} by "
        "{approved_by} with effect from {effective_on}.",
        document=document.id,
        version=document.version,
        approved_on=document.approved_on,
        approved_by=document.approved_by,
        effective_on=document.effective_on,
    )
    return RULE.met(document, because)


def _lacking(document: Dated) -> Iterator[Message]:
    if isinstance(document, ControlledDocument) and not _said(document.number):
        yield say("no number")
    if not _said(document.version):
        yield say("no version")
    if not document.owner:
        yield say("no owner")
    if not document.approved_by:
        yield say("no approver")
    if not document.approved_on:
        yield say("no day of approval")
    if not document.effective_on:
        yield say("no day of effect")


def _said(text: str) -> bool:
    return text.strip().casefold() not in _NOT_SAID


RULE = Rule(
    id="RR-DOC-02",
    severity=Severity.MAJOR,
    source="7.5.2",
    needs=("documents, policies and scope statements",),
    text=__doc__,
    check=check,
)
