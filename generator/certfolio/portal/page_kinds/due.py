"""The action list: what everybody owes, by person and date."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.message import LongDay, Message, say
from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.owed import OwedBy, all_owed


@dataclass(frozen=True, slots=True)
class DueView:
    """Everybody who owes something; after `period_ends` lies what is folded."""

    title: Message
    people: tuple[OwedBy, ...]
    period_ends: LongDay
    calendar_href: str


def pages(edition: Edition) -> Iterator[Page]:
    if edition.readiness is not None:
        view = DueView(
            title=say("Action list"),
            people=all_owed(edition),
            period_ends=LongDay(edition.graph.settings.audit_period.ends),
            calendar_href=address.CALENDAR,
        )
        yield Page(address.DUE, "due.html", view)
