"""A page for each management review: every input as a row, every result, every action."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.value import Field
from certfolio.records.management_review import ManagementReview

_MEETING = ("held_on", "chair", "attendees", "sites", "approved_by", "approved_on", "minutes")
_TABLES = ("inputs", "results", "previous", "previous_actions", "actions", "next_review")
_SHOWN = frozenset((*_MEETING, *_TABLES))


@dataclass(frozen=True, slots=True)
class ManagementReviewView:
    """A review: the meeting, then what went in and what came out."""

    title: str
    card: Card
    meeting: tuple[Field, ...]
    tables: tuple[Field, ...]


def pages(edition: Edition) -> Iterator[Page]:
    for review in edition.graph.all(ManagementReview):
        read = reader(edition, review)
        view = ManagementReviewView(
            title=f"{review.id} {review.title}",
            card=card(edition, review, _SHOWN),
            meeting=read.chosen(_MEETING),
            tables=read.chosen(_TABLES),
        )
        yield Page(address.record(review.id), "management_review.html", view)
