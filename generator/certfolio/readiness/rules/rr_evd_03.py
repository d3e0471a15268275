"""Does every piece of evidence say whose it is, when and where it comes from?

An exhibit without origin cannot be traced back to the work that left it. Auditors choose their
samples by process and by site; what names neither is never chosen, or is chosen and not found.
"""

from collections.abc import Iterator

from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import Listing, Message, say, word
from certfolio.model.verdict import Severity
from certfolio.readiness.case import Case
from certfolio.readiness.rule import PORTAL, Rule
from certfolio.records.evidence import Evidence

_SET_ASIDE = {"rejected", "withdrawn"}


def check(case: Case) -> Iterator[ReadinessFinding]:
    kept = [item for item in case.graph.all(Evidence) if item.status not in _SET_ASIDE]
    for item in kept:
        yield _judged(item)
    if not kept:
        yield RULE.not_assessed(PORTAL, say("No evidence is recorded yet."))


def _judged(item: Evidence) -> ReadinessFinding:
    missing = list(_missing(item))
    if missing:
        return RULE.gap(
            item, say("{item} does not say {missing}.", item=item.id, missing=Listing(missing))
        )
    places = [place for place in (item.process, item.site) if place]
    return RULE.met(
        item,
        say(
            "{item} ({type}) is dated {dated} and comes from {places}: {source}.",
            item=item.id,
            type=word("value", item.type),
            dated=item.dated,
            places=Listing(places),
            source=item.source.rstrip("."),
        ),
    )


def _missing(item: Evidence) -> Iterator[Message]:
    """Yield what the record leaves out; owner, date, type and classification are always there."""
    if not item.source.strip():
        yield say("which system or person it comes from")
    if item.process is None and item.site is None:
        yield say("which process or site it comes from")


RULE = Rule(
    id="RR-EVD-03",
    severity=Severity.MINOR,
    source="7.5.3",
    needs=("source, process and site of evidence",),
    text=__doc__,
    check=check,
)
