"""Finds the page or file that a link in an organization's own text leads to in an edition."""

from certfolio.linking.prose_target import FileTarget
from certfolio.model.prose import ProseLink
from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.records.record import Record


def target_of(edition: Edition, record: Record, link: ProseLink) -> str | None:
    """Return where a link in the text of a record leads, None where this edition has no such place.

    A place that the other text does not have becomes the top of its page.
    """
    meant = edition.targets.meant(record, link)
    if meant is None:
        return None
    if isinstance(meant, FileTarget):
        file = edition.files.get((meant.record.id, meant.entry.path))
        # a picture that another volume of the package holds stays words
        return None if file is None or edition.elsewhere(file) else file.path
    anchor = "" if meant.anchor is None else f"#{meant.anchor}"
    return address.record(meant.record.id) + anchor
