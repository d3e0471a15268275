"""A page for each policy and document: its version and approval, its files, its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.file_view import FileViews, file_views
from certfolio.portal.link import RecordLink, record_link
from certfolio.portal.value import Field
from certfolio.records.controlled_document import ControlledDocument

_CONTROL = (
    "number",
    "version",
    "author",
    "approved_by",
    "approved_on",
    "effective_on",
    "reviewed_on",
    "next_review",
    "review_interval",
    "replaces",
)
_CHANGE = ("change_summary",)
_SHOWN = frozenset((*_CONTROL, *_CHANGE, "files", "text_from"))


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A controlled document; `text_from` names the file whose text is shown.

    `replaced_by` are the documents that say they replace this one.
    """

    title: str
    card: Card
    control: tuple[Field, ...]
    change: tuple[Field, ...]
    replaced_by: tuple[RecordLink, ...]
    is_approved: bool
    files: FileViews
    text_from: str | None


def pages(edition: Edition) -> Iterator[Page]:
    for record in edition.graph.records:
        if isinstance(record, ControlledDocument):
            yield Page(address.record(record.id), "document.html", _view(edition, record))


def _view(edition: Edition, document: ControlledDocument) -> DocumentView:
    read = reader(edition, document)
    return DocumentView(
        title=f"{document.id} {document.title}",
        card=card(edition, document, _SHOWN),
        control=read.chosen(_CONTROL),
        change=read.chosen(_CHANGE),
        replaced_by=tuple(
            record_link(edition, link.source)
            for link in edition.graph.links_to(document.id)
            if link.field == "replaces"
        ),
        is_approved=document.approved_by is not None and document.approved_on is not None,
        files=file_views(edition, document),
        text_from=document.text_from,
    )
