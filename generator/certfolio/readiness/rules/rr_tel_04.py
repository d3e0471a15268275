"""Did every document take effect only after it was approved?

A document in force before anybody approved it was used unapproved, or one of its dates was written
afterwards. Both make an auditor compare every other date.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.scope_statement import ScopeStatement


def check(case: Case) -> Iterator[ReadinessFinding]:
    for record in case.graph.records:
        if isinstance(record, ControlledDocument | ScopeStatement):
            approved, effective = record.approved_on, record.effective_on
            if approved is None or effective is None:
                continue
            if effective < approved:
                yield RULE.gap(
                    record,
                    say(
                        "{record} took effect on {effective}, before its approval on {approved}.",
                        record=record.id,
                        effective=effective,
                        approved=approved,
                    ),
                )
            else:
                yield RULE.met(
                    record,
                    say(
                        "{record} was approved on {approved}, effective {effective}.",
                        record=record.id,
                        approved=approved,
                        effective=effective,
                    ),
                )


RULE = Rule(
    id="RR-TEL-04",
    severity=Severity.MAJOR,
    source="audit practice",
    needs=("approval and effective dates of documents",),
    text=__doc__,
    check=check,
)
