"""Was there time between writing a document and approving it?

A document that was written and approved on the same day was hardly read by whoever approved it.
One may have a reason; many show that approval is a stamp.
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
    for record in case.graph.records:
        if isinstance(record, ControlledDocument) and is_effective(record, case.as_of):
            if record.approved_on == record.created:
                yield RULE.gap(
                    record,
                    say(
                        "{record} was written and approved on {created}.",
                        record=record.id,
                        created=record.created,
                    ),
                )
            else:
                yield RULE.met(
                    record,
                    say(
                        "{record} was written on {created} and approved on {approved_on}.",
                        record=record.id,
                        created=record.created,
                        approved_on=record.approved_on,
                    ),
                )


RULE = Rule(
    id="RR-TEL-02",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("creation and approval dates of documents",),
    text=__doc__,
    check=check,
)
