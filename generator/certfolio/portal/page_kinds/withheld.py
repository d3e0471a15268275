"""What this edition leaves out, in the organization's own words, and how to see it all the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say, word
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.link import RecordLink, record_link
from certfolio.records.portal_settings import Withheld, WithheldReason

_CATEGORIES: dict[WithheldReason, Message] = {
    "personal data": word("value", "personal data"),
    "trade secret": word("value", "trade secret"),
    "security": word("value", "security"),
    "contract": word("value", "contract"),
    "legal advice": word("value", "legal advice"),
    "working paper": word("value", "working paper"),
    "other": word("value", "other"),
}


@dataclass(frozen=True, slots=True)
class WithheldEntry:
    """Something that is left out; `on_site` and `extent` are None where nothing is said."""

    anchor: str
    title: str
    category: Message
    reason: str
    ask: RecordLink
    on_site: str | None
    extent: str | None


@dataclass(frozen=True, slots=True)
class WithheldView:
    """The entries in the order in which the organization wrote them."""

    title: Message
    entries: tuple[WithheldEntry, ...]
    lang: str | None


def pages(edition: Edition) -> Iterator[Page]:
    told = edition.graph.settings.withheld
    if told:
        entries = tuple(_entry(edition, number, entry) for number, entry in enumerate(told, 1))
        view = WithheldView(say("What this edition leaves out"), entries, edition.own_lang)
        yield Page(address.WITHHELD, "withheld.html", view)


def _entry(edition: Edition, number: int, entry: Withheld) -> WithheldEntry:
    return WithheldEntry(
        anchor=f"withheld-{number}",
        title=entry.title,
        category=_CATEGORIES[entry.category],
        reason=entry.reason,
        ask=record_link(edition, entry.ask),
        on_site=entry.on_site,
        extent=entry.extent,
    )
