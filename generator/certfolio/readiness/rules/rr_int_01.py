"""Is every id unique, and does every reference lead to a record that still counts?

An auditor follows ids from page to page. The build refuses a double id and a reference that leads
nowhere; one that leads to a replaced or withdrawn record is let through and told here.
"""

from collections.abc import Iterator

from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule

_GONE = {
    LinkState.SUPERSEDED: ("superseded", Severity.MINOR),
    LinkState.WITHDRAWN: ("withdrawn", Severity.INFO),
}


def check(case: Case) -> Iterator[ReadinessFinding]:
    records, links = len(case.graph.records), len(case.graph.links)
    if records == 0:
        yield RULE.not_assessed("portal", say("No record is there to be cited."))
    else:
        words = (
            say_count(
                "{number} record, each with an id of its own; {count} leads to a record.",
                "{number} records, each with an id of its own; {count} leads to a record.",
                records,
                count=say_count("{number} reference", "{number} references", links),
            )
            if links == 1
            else say_count(
                "{number} record, each with an id of its own; {count} lead to a record.",
                "{number} records, each with an id of its own; {count} lead to a record.",
                records,
                count=say_count("{number} reference", "{number} references", links),
            )
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
    word, severity = _GONE[state]
    places = list(
        dict.fromkeys(
            say("{target} in {field}", target=link.target, field=link.field) for link in links
        )
    )
    words = (
        say(
            "{source} names {places}, which is {word}.",
            source=source,
            places=Listing(places),
            word=word,
        )
        if len(places) == 1
        else say(
            "{source} names {places}, which are {word}.",
            source=source,
            places=Listing(places),
            word=word,
        )
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
