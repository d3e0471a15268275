"""Was every change to the system thought through and approved before it took effect?

A change made in passing breaks what worked before. Auditors take a change that has happened and ask
what it was for, what could follow, who had means and say, and whether that was known before.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.change import Change


def check(case: Case) -> Iterator[ReadinessFinding]:
    changes = [change for change in case.graph.all(Change) if change.status != "cancelled"]
    if not changes:
        yield RULE.not_assessed("portal", say("No change to the system is recorded."))
    for change in changes:
        yield _judged(case, change)


def _judged(case: Case, change: Change) -> ReadinessFinding:
    faults = list(_faults(case, change))
    if faults:
        return RULE.gap(
            change,
            say(
                "{change}, in effect from {effective_on}: {faults}.",
                change=change.id,
                effective_on=change.effective_on,
                faults=Listing(faults),
            ),
        )
    begin = change.effective_on
    if change.approved_on is None:
        return RULE.met(
            change,
            say(
                "{change} is described since {created}; it takes effect on {begin} and is "
                "still to be approved by {approved_by}.",
                change=change.id,
                created=change.created,
                begin=begin,
                approved_by=change.approved_by,
            ),
            due=begin,
        )
    return RULE.met(
        change,
        say(
            "{change}, in effect from {begin}, was written down on {created} and "
            "approved on {approved_on}.",
            change=change.id,
            begin=begin,
            created=change.created,
            approved_on=change.approved_on,
        ),
    )


def _faults(case: Case, change: Change) -> Iterator[Message]:
    texts = {
        word("recorded", "its purpose"): change.reason,
        word("recorded", "its consequences"): change.consequences,
        word("recorded", "its resources"): change.resources,
        word("recorded", "its responsibilities"): change.responsibilities,
    }
    missing = [name for name, text in texts.items() if not text.strip()]
    if missing:
        yield say("nothing is recorded on {missing}", missing=Listing(missing))
    if change.created > change.effective_on:
        yield say("it was written down only on {created}", created=change.created)
    if change.approved_on is not None and change.approved_on > change.effective_on:
        yield say("it was approved only on {approved_on}", approved_on=change.approved_on)
    if change.approved_on is None and change.effective_on <= case.as_of:
        yield say("no approval is recorded")


RULE = Rule(
    id="RR-RSK-07",
    severity=Severity.MINOR,
    source="6.3; 45001 8.1.3",
    needs=("changes",),
    text=__doc__,
    check=check,
)
