"""Every page of an edition: one row for each kind of page."""

from collections.abc import Callable, Iterator

from certfolio.model.page import Page
from certfolio.portal.edition import Edition
from certfolio.portal.frame import framed
from certfolio.portal.page_kinds import (
    about,
    audit,
    clause,
    document,
    downloads,
    due,
    evidence_index,
    evidence_scan,
    exhibit,
    exhibits,
    known_gaps,
    management_review,
    matrix,
    matrix_by_record,
    matrix_joined,
    objective,
    people,
    person,
    pictures,
    printed_standard,
    process,
    readiness,
    readiness_step,
    record,
    register,
    rule,
    rules,
    search,
    self_check,
    soa,
    standard,
    start,
    tour,
    withheld,
)

PageKind = Callable[[Edition], Iterator[Page]]

PAGES: tuple[PageKind, ...] = (
    start.pages,
    pictures.pages,
    tour.pages,
    readiness.pages,
    readiness_step.pages,
    due.pages,
    rules.pages,
    rule.pages,
    standard.pages,
    printed_standard.pages,
    clause.pages,
    matrix_joined.pages,
    matrix.pages,
    matrix_by_record.pages,
    evidence_index.pages,
    evidence_scan.pages,
    known_gaps.pages,
    withheld.pages,
    register.pages,
    soa.pages,
    exhibit.pages,
    document.pages,
    process.pages,
    audit.pages,
    management_review.pages,
    objective.pages,
    person.pages,
    record.pages,
    exhibits.pages,
    people.pages,
    search.pages,
    downloads.pages,
    about.pages,
    self_check.pages,
)


def pages(edition: Edition) -> tuple[Page, ...]:
    """Return every page of the edition; the order is that of the table and of the records."""
    return tuple(framed(edition, (page for kind in PAGES for page in kind(edition))))
