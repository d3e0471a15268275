"""Is every need that was taken on as an obligation taken care of somewhere?

Once an organization accepts the need of a customer, an authority or its people as binding, the
auditor follows it: to a process that meets it, an objective, a control or an entry of the legal
register. A need that leads nowhere is a promise nobody keeps.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.interested_party import InterestedParty
from certfolio.records.legal_requirement import LegalRequirement
from certfolio.records.objective import Objective
from certfolio.records.process import Process
from certfolio.records.soa_entry import SoaEntry

_COUNTING = (Process, Objective, SoaEntry, LegalRequirement)
_ENDED = ("retired", "dropped", "excluded", "repealed")


def check(case: Case) -> Iterator[ReadinessFinding]:
    parties = [party for party in case.graph.all(InterestedParty) if party.status == "active"]
    obliging = [party for party in parties if party.obligation]
    if not parties:
        yield RULE.not_assessed("portal", say("No active interested party is recorded."))
    elif not obliging:
        yield RULE.not_applicable(
            "portal", say("No need of an interested party was taken on as an obligation.")
        )
    for party in obliging:
        yield _judged(case, party)


def _judged(case: Case, party: InterestedParty) -> ReadinessFinding:
    counting = [id for id in party.addressed_by if _counts(case, id)]
    if counting:
        return RULE.met(
            party,
            say(
                "The need of {party} is met by {counting}.",
                party=party.id,
                counting=Listing(counting),
            ),
        )
    if party.addressed_by:
        return RULE.partly_met(
            party,
            say(
                "The need of {party} was taken on as an obligation and leads to "
                "{addressed_by} only, not to a current process, objective, control or "
                "legal requirement.",
                party=party.id,
                addressed_by=Listing(party.addressed_by),
            ),
        )
    return RULE.gap(
        party,
        say(
            "The need of {party} was taken on as an obligation and leads to no record.",
            party=party.id,
        ),
    )


def _counts(case: Case, id: str) -> bool:
    record = case.graph.find(id)
    return isinstance(record, _COUNTING) and record.status not in _ENDED


RULE = Rule(
    id="RR-SCP-07",
    severity=Severity.MINOR,
    source="4.2; 14001 6.1.3; 27001 4.2",
    needs=("interested parties", "what addresses their needs"),
    text=__doc__,
    check=check,
)
