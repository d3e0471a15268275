"""Is every id unique, and does every reference lead to a record that still counts?

An auditor follows ids from page to page. The build refuses a double id and a reference that leads
nowhere; one that leads to a replaced or withdrawn record is let through and told here.
"""

from collections.abc import Iterator

from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.readiness.sentence import counted, listed

_GONE = {
    LinkState.SUPERSEDED: ("superseded", Severity.MINOR),
    LinkState.WITHDRAWN: ("withdrawn", Severity.INFO),
}


def check(case: Case) -> Iterator[ReadinessFinding]:
    records, links = len(case.graph.records), len(case.graph.links)
    if records == 0:
        yield RULE.not_assessed("portal", "No record is there to be cited.")
    else:
        leads = "leads" if links == 1 else "lead"
        words = (
            f"{counted(records, 'record')}, each with an id of its own;"
            f" {counted(links, 'reference')} {leads} to a record."
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
    places = list(dict.fromkeys(f"{link.target} in {link.field}" for link in links))
    verb = "is" if len(places) == 1 else "are"
    words = f"{source} names {listed(places)}, which {verb} {word}."
    return RULE.partly_met(case.graph.record(source), words, severity=severity)


RULE = Rule(
    id="RR-INT-01",
    severity=Severity.BLOCKER,
    source="the portal itself",
    needs=("all records", "all references"),
    text=__doc__,
    check=check,
)
