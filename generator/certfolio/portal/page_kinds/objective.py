"""A page for each objective: its fields, and its measured values drawn against the target."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.pictures.objective_trend import objective_trend
from certfolio.portal.pictures.picture import Picture
from certfolio.records.objective import Objective


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective as its card shows it, with its picture."""

    title: str
    card: Card
    picture: Picture


def pages(edition: Edition) -> Iterator[Page]:
    for objective in edition.graph.all(Objective):
        view = ObjectiveView(
            title=f"{objective.id} {objective.title}",
            card=card(edition, objective),
            picture=objective_trend(edition, objective),
        )
        yield Page(address.record(objective.id), "objective.html", view)
