"""Do the pages work without a network, with links inside the portal only?

Auditors read where there is no network, and a page that loads something from elsewhere tells others
who reads it. The rules see where texts lead out of the portal; the finished pages are looked at by
the build.
"""

import re
from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, say, say_count
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import Rule
from certfolio.records.record import Record

_OUTWARD = re.compile(r'<a\b[^>]*\bhref="https?://([^/"?#]+)', re.IGNORECASE)
_PAGES = say(
    "The finished pages are not assessed by the rules, which see no portal: every build looks at"
    " each page and refuses to publish one that loads anything from elsewhere or whose links inside"
    " the portal lead nowhere."
)


def check(case: Case) -> Iterator[ReadinessFinding]:
    owner = case.top_management
    is_clean = True
    for record in case.graph.records:
        places = sorted(set(_OUTWARD.findall(record.prose.html))) if record.prose else []
        if places:
            is_clean = False
            yield _outward(record, places)
    if is_clean:
        yield RULE.met(
            "portal",
            say_count(
                "No text in {number} record leads out of the portal.",
                "No text in {number} records leads out of the portal.",
                len(case.graph.records),
            ),
            owner=owner,
        )
    yield RULE.not_assessed("portal", _PAGES, owner=owner)


def _outward(record: Record, places: list[str]) -> ReadinessFinding:
    """Say where a text leads: no page breaks by it, but a reader without a network gets nowhere."""
    words = say(
        "The text of {record} leads to {places}, where nobody gets without a network.",
        record=record.id,
        places=Listing(places),
    )
    return RULE.partly_met(record, words, severity=Severity.MINOR)


RULE = Rule(
    id="RR-INT-04",
    severity=Severity.MAJOR,
    source="reading without a network",
    needs=("links in texts", "the finished portal"),
    text=__doc__,
    check=check,
)
