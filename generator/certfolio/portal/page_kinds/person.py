"""A page for each person: the record, and what the person owes."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import LongDay
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.link import link_to
from certfolio.portal.owed import OwedBy, owed_by
from certfolio.records.person import Person


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person; `owed` is None where nothing is owed, `is_asked` whether anybody looked."""

    title: str
    card: Card
    is_asked: bool
    owed: OwedBy | None
    period_ends: LongDay


def pages(edition: Edition) -> Iterator[Page]:
    for person in edition.graph.all(Person):
        view = PersonView(
            title=f"{person.id} {person.title}",
            card=card(edition, person),
            is_asked=edition.readiness is not None,
            owed=owed_by(edition, [person.id], link_to(edition, person)),
            period_ends=LongDay(edition.graph.settings.audit_period.ends),
        )
        yield Page(address.record(person.id), "person.html", view)
