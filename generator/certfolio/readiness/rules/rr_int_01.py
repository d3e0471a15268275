"""Is every id unique, and does every reference lead to a record that still counts?

An auditor follows ids from page to page. The build refuses a double id and a reference that leads
nowhere; one that leads to a replaced or withdrawn record is let through and told here.
"""

from collections.abc import Iterator

from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule

_GONE = {
    LinkState.SUPERSEDED: (word("state", "superseded"), Severity.MINOR),
    LinkState.WITHDRAWN: (word("state", "withdrawn"), Severity.INFO),
}


def check(case: Case) -> Iterator[ReadinessFinding]:
    records, links = len(case.graph.records), len(case.graph.links)
    if records == 0:
        yield RULE.not_assessed("portal", say("No record is there to be cited."))
    else:
        words = say(
            "{records}; {references}.",
            records=say_count(
                "{number} record, each with an id of its own",
                "{number} records, each with an id of its own",
                records,
            ),
            references=say_count(
                "{number} reference leads to a record",
                "{number} references lead to a record",
                links,
            ),
        )
        yield RULE.met("portal", words, owner=case.top_management)
    gone: dict[tuple[str, LinkState], list[ResolvedLink]] = {}
    for link in case.graph.links:
        if link.state in _GONE:
            gone.setdefault((link.source, link.state), []).append(link)
    for (source, state), found in gone.items():
        yield _judged(case, source, state, found)


def _judged(
    case: Case, source: str, state: LinkState, links: list[ResolvedLink]
) -> ReadinessFinding:
    gone, severity = _GONE[state]
    places = Listing(
        dict.fromkeys(
            say("{record} in {field}", record=link.target, field=link.field) for link in links
        )
    )
    words = say_count(
        "{record} names {places}, which is {state}.",
        "{record} names {places}, which are {state}.",
        len(places.items),
        record=source,
        places=places,
        state=gone,
    )
    return RULE.partly_met(case.graph.record(source), words, severity=severity)


RULE = Rule(
    id="RR-INT-01",
    severity=Severity.BLOCKER,
    source="the portal itself",
    needs=("all records", "all references"),
    text=__doc__,
    check=check,
)
