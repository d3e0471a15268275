"""A page for each policy and document: its version and approval, its files, its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from certfolio.model.page import Page
from certfolio.portal import address
from certfolio.portal.card import Card, card
from certfolio.portal.edition import Edition
from certfolio.portal.field import reader
from certfolio.portal.link import FileLink, file_link
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
    "change_summary",
)
_SHOWN = frozenset((*_CONTROL, "files", "text_from"))


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A controlled document; `text_from` names the file whose text is shown."""

    title: str
    card: Card
    control: tuple[Field, ...]
    is_approved: bool
    files: tuple[FileLink, ...]
    text_from: str | None


def pages(edition: Edition) -> Iterator[Page]:
    for record in edition.graph.records:
        if isinstance(record, ControlledDocument):
            yield Page(address.record(record.id), "document.html", _view(edition, record))


def _view(edition: Edition, document: ControlledDocument) -> DocumentView:
    return DocumentView(
        title=f"{document.id} {document.title}",
        card=card(edition, document, _SHOWN),
        control=reader(edition, document).chosen(_CONTROL),
        is_approved=document.approved_by is not None and document.approved_on is not None,
        files=tuple(file_link(edition, document, entry) for entry in document.files),
        text_from=document.text_from,
    )
