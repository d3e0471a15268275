"""Does every document from outside name its source and edition?

Standards, manuals and customers' drawings change without asking. Only who knows the edition in use
can find out whether it is still the current one.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.document import Document

_ENDED = ("superseded", "withdrawn")


def check(case: Case) -> Iterator[ReadinessFinding]:
    external = [
        document
        for document in case.graph.all(Document)
        if document.type == "external document" and document.status not in _ENDED
    ]
    if not case.graph.all(Document):
        yield RULE.not_assessed("portal", say("No document is recorded."))
    elif not external:
        yield RULE.not_applicable("portal", say("No document from outside is recorded."))
    for document in external:
        yield _judged(document)


def _judged(document: Document) -> ReadinessFinding:
    if document.source and document.edition:
        because = say(
            "{document} comes from outside and is {edition} of {source}.",
            document=document.id,
            edition=document.edition,
            source=document.source,
        )
        return RULE.met(document, because)
    if document.source:
        return RULE.partly_met(
            document,
            say(
                "{document} comes from outside and names its source, but no edition.",
                document=document.id,
            ),
        )
    if document.edition:
        return RULE.partly_met(
            document,
            say(
                "{document} comes from outside and names its edition, but no source.",
                document=document.id,
            ),
        )
    return RULE.gap(
        document,
        say(
            "{document} comes from outside and names neither source nor edition.",
            document=document.id,
        ),
    )


RULE = Rule(
    id="RR-DOC-07",
    severity=Severity.MINOR,
    source="7.5.3",
    needs=("external documents with source and edition",),
    text=__doc__,
    check=check,
)
