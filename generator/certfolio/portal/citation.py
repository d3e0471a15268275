"""The words by which a report names a page: what it shows, which version or date, which build."""

from datetime import date

from certfolio.model.message import Message, say
from certfolio.portal.edition import Edition
from certfolio.records.record import Record


def record_citation(edition: Edition, record: Record) -> Message:
    """Name a record by its version, else by its own date."""
    named = {"id": record.id, "title": record.title, "build": edition.build_id}
    version = getattr(record, "version", None)
    if version:
        return say("{id}, {title}, version {version}, portal {build}", version=version, **named)
    dated: date = getattr(record, "dated", None) or record.updated or record.created
    return say("{id}, {title}, {day}, portal {build}", day=dated, **named)


def page_citation(edition: Edition, title: str) -> Message:
    """Name any other page by the day it speaks of."""
    return say(
        "{title}, as of {day}, portal {build}",
        title=title,
        day=edition.as_of,
        build=edition.build_id,
    )
