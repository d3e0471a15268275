"""Finds the page that a link in an organization's own text means."""

import posixpath
from urllib.parse import unquote

from certfolio.intake.markdown.slug import prefixed
from certfolio.model.prose import ProseLink
from certfolio.portal import address
from certfolio.portal.edition import Edition, files_of, text_path
from certfolio.records.record import Record


def target_of(edition: Edition, record: Record, link: ProseLink) -> str | None:
    """Return where a link in the text of a record leads, None where this edition has no such place.

    A link may name a record by its id, or a file by its path from the file that the text stands in.
    """
    path, _, fragment = link.href.partition("#")
    path = unquote(path.partition("?")[0])
    if link.is_image:
        return _picture(edition, record, path)
    target = edition.graph.find(path) or edition.graph.find(path.upper())
    target = target or edition.carrier(_beside(record, path))
    if target is None:
        return None
    anchor = f"#{prefixed(unquote(fragment))}" if fragment else ""
    return address.record(target.id) + anchor


def _picture(edition: Edition, record: Record, path: str) -> str | None:
    wanted = _beside(record, path)
    for carrier in (record, edition.carrier(wanted)):
        if carrier is None:
            continue
        for entry in files_of(carrier):
            file = edition.files.get((carrier.id, entry.path))
            if file is not None and f"content/files/{entry.path}" == wanted:
                return file.path
    return None


def _beside(record: Record, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(text_path(record)), path))
