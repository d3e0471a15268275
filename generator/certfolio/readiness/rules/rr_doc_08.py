"""Is it laid down how long each kind of record is kept, and what happens then?

Proof that was thrown away too early cannot be shown, and proof kept too long may break the law. The
rules stand in a document (retention_rules), by type of evidence; each document says the same of its
own replaced versions.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.document import Document, RetentionRule
from certfolio.records.evidence import Evidence

_DROPPED = ("rejected", "withdrawn")

Rules = dict[str, tuple[Document, RetentionRule]]


def check(case: Case) -> Iterator[ReadinessFinding]:
    for record in case.graph.records:
        if isinstance(record, ControlledDocument) and is_effective(record, case.as_of):
            yield _document(record)
    kinds = _in_use(case)
    rules = _rules(case)
    if not kinds:
        yield RULE.not_assessed(
            "portal", say("No evidence is recorded that would have to be kept.")
        )
    elif not rules:
        because = say_count(
            "No document in force says how long evidence of {number} type is kept.",
            "No document in force says how long evidence of {number} types is kept.",
            len(kinds),
        )
        yield RULE.gap("portal", because)
    else:
        for kind, number in kinds.items():
            yield _kind(kind, number, rules)


def _document(document: ControlledDocument) -> ReadinessFinding:
    if document.retention.strip().casefold().startswith("not stated"):
        because = say(
            "{document} does not say how long its replaced versions are kept.", document=document.id
        )
        return RULE.gap(document, because)
    return RULE.met(
        document,
        say("{document} says how long its replaced versions are kept.", document=document.id),
    )


def _kind(kind: str, number: int, rules: Rules) -> ReadinessFinding:
    if kind not in rules:
        return RULE.gap(
            "portal",
            say_count(
                "No document in force says how long evidence of the type {kind} ({number} "
                "record) is kept.",
                "No document in force says how long evidence of the type {kind} ({number} "
                "records) is kept.",
                number,
                kind=word("value", kind),
            ),
        )
    document, rule = rules[kind]
    if not rule.disposal:
        return RULE.partly_met(
            document,
            say_count(
                "{document} says how long evidence of the type {kind} ({number} record) is "
                "kept, but not what becomes of it.",
                "{document} says how long evidence of the type {kind} ({number} records) "
                "is kept, but not what becomes of it.",
                number,
                document=document.id,
                kind=word("value", kind),
            ),
        )
    return RULE.met(
        document,
        say_count(
            "{document} says how long evidence of the type {kind} ({number} record) is "
            "kept and what becomes of it.",
            "{document} says how long evidence of the type {kind} ({number} records) "
            "is kept and what becomes of it.",
            number,
            document=document.id,
            kind=word("value", kind),
        ),
    )


def _in_use(case: Case) -> dict[str, int]:
    kinds: dict[str, int] = {}
    for evidence in case.graph.all(Evidence):
        if evidence.status not in _DROPPED:
            kinds[evidence.type] = kinds.get(evidence.type, 0) + 1
    return kinds


def _rules(case: Case) -> Rules:
    return {
        kind: (document, rule)
        for document in case.graph.all(Document)
        if is_effective(document, case.as_of)
        for rule in document.retention_rules
        for kind in rule.types
    }


RULE = Rule(
    id="RR-DOC-08",
    severity=Severity.MINOR,
    source="7.5.3",
    needs=("retention of documents", "retention rules by type of evidence", "evidence"),
    text=__doc__,
    check=check,
)
