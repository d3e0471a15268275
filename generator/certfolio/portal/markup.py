"""The one door through which HTML reaches a page: text that intake has already made safe."""

from collections.abc import Sequence

from markupsafe import Markup

from certfolio.intake.markdown.links import resolve_links
from certfolio.intake.markdown.numbering import with_numbers
from certfolio.model.prose import Prose
from certfolio.portal.edition import Edition
from certfolio.portal.prose_link import target_of
from certfolio.records.record import Record


def safe_text(
    edition: Edition, record: Record, prose: Prose, numbers: Sequence[str] = ()
) -> Markup:
    """Return a record's text with its links pointed to the pages of this edition.

    `numbers` are written before its headings, in their order.
    """
    html = resolve_links(prose, lambda link: target_of(edition, record, link))
    return Markup(with_numbers(html, numbers) if numbers else html)  # noqa: S704 - sanitized by intake; nothing else may pass here
