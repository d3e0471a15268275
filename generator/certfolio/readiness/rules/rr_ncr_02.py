"""Does every nonconformity say what was asked, what was seen and why that falls short?

Requirement, evidence and statement are three things. If one of them is missing, whoever has to find
the cause guesses what the auditor meant.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.nonconformity import Nonconformity, all_nonconformities
from certfolio.readiness.own_words import says_nothing
from certfolio.readiness.rule import Rule
from certfolio.records.finding import Finding


def check(case: Case) -> Iterator[ReadinessFinding]:
    found = all_nonconformities(case)
    if not found:
        yield RULE.not_assessed("portal", say("No nonconformity is recorded."))
    for record in found:
        yield _judged(record)


def _judged(record: Nonconformity) -> ReadinessFinding:
    parts = {
        say("what was asked"): says_nothing(record.requirement, record.title),
        say("what was seen"): says_nothing(record.evidence_seen, record.title, record.requirement),
    }
    if isinstance(record, Finding):
        known = (record.title, record.requirement, record.evidence_seen)
        parts[say("why that falls short")] = says_nothing(record.statement, *known)
    missing = [part for part, is_missing in parts.items() if is_missing]
    if missing:
        return RULE.gap(
            record,
            say(
                "{record}, graded {grade} against {clause}, does not say {missing} in "
                "words of its own.",
                record=record.id,
                grade=word("value", record.grade),
                clause=record.clause,
                missing=Listing(missing),
            ),
        )
    return RULE.met(
        record,
        say(
            "{record}, graded {grade} against {clause}, says {parts}.",
            record=record.id,
            grade=word("value", record.grade),
            clause=record.clause,
            parts=Listing(parts),
        ),
    )


RULE = Rule(
    id="RR-NCR-02",
    severity=Severity.MAJOR,
    source="10.2; 17021-1 9.4.5",
    needs=("requirement, evidence and statement of nonconformities",),
    text=__doc__,
    check=check,
)
