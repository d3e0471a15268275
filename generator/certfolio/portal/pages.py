"""Every page of an edition: one row for each kind of page."""

from collections.abc import Callable, Iterator

from certfolio.model.page import Page
from certfolio.portal.edition import Edition
from certfolio.portal.page_kinds import (
    about,
    audit,
    clause,
    document,
    evidence_index,
    exhibit,
    exhibits,
    management_review,
    matrix,
    matrix_by_record,
    matrix_joined,
    people,
    process,
    record,
    register,
    soa,
    standard,
    start,
)

PageKind = Callable[[Edition], Iterator[Page]]

PAGES: tuple[PageKind, ...] = (
    start.pages,
    standard.pages,
    clause.pages,
    matrix_joined.pages,
    matrix.pages,
    matrix_by_record.pages,
    evidence_index.pages,
    register.pages,
    soa.pages,
    exhibit.pages,
    document.pages,
    process.pages,
    audit.pages,
    management_review.pages,
    record.pages,
    exhibits.pages,
    people.pages,
    about.pages,
)


def pages(edition: Edition) -> tuple[Page, ...]:
    """Return every page of the edition; the order is that of the table and of the records."""
    return tuple(page for kind in PAGES for page in kind(edition))
