"""Does something follow from every gap that was found?

Finding a gap and leaving it is worse than not looking. Each clause rated not met or partly met
leads to an action with owner and date, or was closed with accepted evidence.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.follow_up import is_open
from certfolio.readiness.gap_proof import accepted_evidence
from certfolio.readiness.lasting_action import lasting_actions
from certfolio.readiness.rule import Rule
from certfolio.records.action import Action
from certfolio.records.gap_item import GapItem

_OPEN_RATINGS = frozenset({"not met", "partly met"})


def check(case: Case) -> Iterator[ReadinessFinding]:
    gaps = [item for item in case.graph.all(GapItem) if item.rating in _OPEN_RATINGS]
    if not gaps:
        yield RULE.not_applicable("portal", say("No gap item is rated not met or partly met."))
    for item in gaps:
        yield _judged(case, item)


def _judged(case: Case, item: GapItem) -> ReadinessFinding:
    actions = lasting_actions(case, item)
    if actions:
        told = [_told(action) for action in actions]
        due = max((action.due for action in actions if is_open(action)), default=None)
        return RULE.met(
            item,
            say(
                "{item} rates {clause} as {rating}; {told}.",
                item=item.id,
                clause=item.clause,
                rating=word("value", item.rating),
                told=Listing(told),
            ),
            due=due,
        )
    proofs = [proof.id for proof in accepted_evidence(case, item)]
    if item.status == "closed" and proofs:
        return RULE.met(
            item,
            say(
                "{item} rates {clause} as {rating}; it was closed on {closed_on} with {proofs}.",
                item=item.id,
                clause=item.clause,
                rating=word("value", item.rating),
                closed_on=item.closed_on,
                proofs=Listing(proofs),
            ),
        )
    if item.status == "closed":
        return RULE.gap(
            item,
            say(
                "{item} rates {clause} as {rating}; it was closed on {closed_on} without "
                "action or accepted evidence.",
                item=item.id,
                clause=item.clause,
                rating=word("value", item.rating),
                closed_on=item.closed_on,
            ),
        )
    return RULE.gap(
        item,
        say(
            "{item} rates {clause} as {rating}; it stands as “{state}”, and no action "
            "follows from it.",
            item=item.id,
            clause=item.clause,
            rating=word("value", item.rating),
            state=word("state", item.status),
        ),
    )


def _told(action: Action) -> str:
    if is_open(action):
        return say(
            "{action} of {owner} is due on {due}",
            action=action.id,
            owner=action.owner,
            due=action.due,
        )
    return say(
        "{action} of {owner} was done on {done_on}",
        action=action.id,
        owner=action.owner,
        done_on=action.done_on,
    )


RULE = Rule(
    id="RR-GAP-02",
    severity=Severity.MAJOR,
    source="step 1",
    needs=("gap items", "actions", "evidence"),
    text=__doc__,
    check=check,
)
