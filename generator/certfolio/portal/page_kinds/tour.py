"""The tour for an auditor: seven stops in thirty minutes through the organization's own records."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import Message, say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.tour.stop import Stop, stops


@dataclass(frozen=True, slots=True)
class TourView:
    """All stops, and how long they take together."""

    title: Message
    minutes: int
    stops: tuple[Stop, ...]


def pages(edition: Edition) -> Iterator[Page]:
    found = stops(edition)
    minutes = sum(stop.minutes for stop in found)
    title = say("A tour in {number} minutes", number=minutes)
    yield Page(address.TOUR, "tour.html", TourView(title, minutes, found))
