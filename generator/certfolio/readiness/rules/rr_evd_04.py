"""Does nothing rest on evidence that was never accepted, or no longer counts?

A rejected, expired or withdrawn exhibit is no support, and one that nobody has looked at is none
yet. Such an item is never counted for a clause; what an auditor also looks for is the record that
calls something done and points at it.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence
from certfolio.records.record import Record

_PENDING = {"collected", "under review"}

# Records in these states say that something is finished and that their evidence shows it.
_FINISHED = {
    "accepted",
    "achieved",
    "approved",
    "certified",
    "closed",
    "closed effective",
    "competent",
    "done",
    "evaluated",
    "implemented",
    "reported",
    "treated",
}

# In these states a record still waits for proof, whatever it names.
_UNFINISHED = {"action planned", "draft", "in progress", "open", "planned"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    items = case.graph.all(Evidence)
    doubtful = [item for item in items if item.status != "accepted"]
    for item in doubtful:
        yield _judged(case, item)
    if not items:
        yield RULE.not_assessed(PORTAL, say("No evidence is recorded yet."))
    elif not doubtful:
        yield RULE.met(PORTAL, say("All evidence is accepted."))


def _judged(case: Case, item: Evidence) -> ReadinessFinding:
    resting = [record for record in _naming(case, item) if _rests(item, record)]
    if resting:
        named = Listing(
            [
                say("{record} ({state})", record=record.id, state=word("state", record.status))
                for record in resting
            ]
        )
        return RULE.gap(
            item,
            say(
                "{item} is {state}, yet this rests on it: {named}.",
                item=item.id,
                state=word("state", item.status),
                named=named,
            ),
        )
    return RULE.met(
        item,
        say(
            "{item} is {state}, counts for no clause, and nothing rests on it.",
            item=item.id,
            state=word("state", item.status),
        ),
    )


def _naming(case: Case, item: Evidence) -> list[Record]:
    """Return the records that name the item as their proof; a mere pointer is none."""
    sources = {link.source: None for link in case.graph.links_to(item.id) if link.field != "links"}
    return [record for record in map(case.graph.find, sources) if record is not None]


def _rests(item: Evidence, record: Record) -> bool:
    if item.status in _PENDING:
        return record.status in _FINISHED
    return record.status not in _UNFINISHED


RULE = Rule(
    id="RR-EVD-04",
    severity=Severity.MAJOR,
    source="7.5.3",
    needs=("states of evidence", "records that name it"),
    text=__doc__,
    check=check,
)
