"""Does nobody make a habit of approving what they wrote themselves?

One such document is a slip. A person who approves several of their own texts shows that nobody
else looks at them, whatever the procedure says.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.readiness.support import is_effective
from certfolio.records.controlled_document import ControlledDocument


def check(case: Case) -> Iterator[ReadinessFinding]:
    own: dict[str, list[str]] = {}
    for record in case.graph.records:
        if not isinstance(record, ControlledDocument) or not is_effective(record, case.as_of):
            continue
        if record.author is not None and record.author == record.approved_by:
            own.setdefault(record.author, []).append(record.id)
    habits = {who: ids for who, ids in own.items() if len(ids) > 1}
    for who, ids in habits.items():
        yield RULE.gap(
            who, say("{who} wrote and approved {ids}.", who=who, ids=Listing(ids)), owner=who
        )
    if not habits:
        yield RULE.met(PORTAL, say("Nobody approved more than one document of their own."))


RULE = Rule(
    id="RR-TEL-03",
    severity=Severity.MINOR,
    source="audit practice",
    needs=("authors and approvers of documents",),
    text=__doc__,
    check=check,
)
