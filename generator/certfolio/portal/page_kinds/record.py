"""A page for each record whose type has no page made for it: every field, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.records.audit import Audit
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import Evidence
from certfolio.records.management_review import ManagementReview
from certfolio.records.objective import Objective
from certfolio.records.person import Person
from certfolio.records.process import Process

PURPOSE_MADE = (Evidence, ControlledDocument, Process, Audit, ManagementReview, Objective, Person)


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record as its card shows it."""

    title: str
    card: Card


def pages(edition: Edition) -> Iterator[Page]:
    for record in edition.graph.records:
        if not isinstance(record, PURPOSE_MADE):
            view = RecordView(f"{record.id} {record.title}", card(edition, record))
            yield Page(address.record(record.id), "record.html", view)
