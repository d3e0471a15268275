"""About: how this portal was made, what it leaves out, how to cite it, what can be downloaded."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say, word
from certfolio.model.page import Page
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.portal.link import StandardLink, standard_link
from certfolio.portal.status import Status
from certfolio.readiness.coverage import ClauseState
from certfolio.records.record_types import BY_NAME, DRAFT

_MEANINGS = {
    ClauseState.OPERATING: say("There is accepted proof that is current."),
    ClauseState.DOCUMENTED_ONLY: say(
        "An effective document supports it, but no accepted proof does."
    ),
    ClauseState.PROOF_STALE: say("There is accepted proof, but none of it is current."),
    ClauseState.GAP: say("Neither an effective document nor accepted proof supports it."),
    ClauseState.NOT_APPLICABLE: say("It does not apply to the organization; the reason is given."),
    ClauseState.NOT_ASSESSED: say("It cannot be judged yet; its page says what is missing."),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A state of a clause and what it means."""

    state: Status
    sentence: Message


@dataclass(frozen=True, slots=True)
class Download:
    """A file for a program or a spreadsheet."""

    href: str
    label: Message


@dataclass(frozen=True, slots=True)
class AboutView:
    """Facts about the edition."""

    title: str
    ceiling: Message
    leaves_out: tuple[Message, ...]
    withheld: str | None
    records: Message
    files: Message
    standards: tuple[StandardLink, ...]
    meanings: tuple[Meaning, ...]
    downloads: tuple[Download, ...]


def pages(edition: Edition) -> Iterator[Page]:
    view = AboutView(
        title=say("About this portal"),
        ceiling=wording.LEVELS[edition.audience.ceiling],
        leaves_out=tuple(_left_out(edition)),
        withheld=address.WITHHELD if edition.graph.settings.withheld else None,
        records=wording.records(len(edition.graph.records)),
        files=wording.files(len(edition.files)),
        standards=tuple(standard_link(edition, id) for id in edition.graph.standards.catalogues),
        meanings=tuple(Meaning(Status(s.value), words) for s, words in _MEANINGS.items()),
        downloads=tuple(Download(href, label) for href, label in _downloads(edition)),
    )
    yield Page(address.ABOUT, "about.html", view)


def _left_out(edition: Edition) -> Iterator[Message]:
    """Name the record types; what else is left out is not even mentioned."""
    for name in edition.audience.leaves_out:
        if name in BY_NAME:
            yield BY_NAME[name].plural
        elif name == DRAFT:
            yield word("types", "Drafts of policies and documents")


def _downloads(edition: Edition) -> tuple[tuple[str, Message], ...]:
    more = () if edition.readiness is None else address.READINESS_DOWNLOADS
    return (*address.DOWNLOADS, *more)
