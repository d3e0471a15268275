"""Finds the management reviews that count for a standard on a day."""

from collections.abc import Sequence

from certfolio.readiness.case import Case, serves
from certfolio.records.audit import Audit
from certfolio.records.management_review import ManagementReview

_HELD = ("held", "approved")
_REPORTED = ("reported", "closed")


def held_reviews(case: Case, standard: str | None = None) -> tuple[ManagementReview, ...]:
    """Return the reviews held until the day, oldest first; of one standard where it is named."""
    held = (
        review
        for review in case.graph.all(ManagementReview)
        if review.status in _HELD and review.held_on <= case.as_of
    )
    chosen = (review for review in held if standard is None or serves(review, standard))
    return tuple(sorted(chosen, key=lambda review: (review.held_on, review.id)))


def reported_audits(case: Case, standard: str) -> tuple[Audit, ...]:
    """Return the internal audits of a standard that were reported until the day, oldest first."""
    reported = (
        audit
        for audit in case.graph.all(Audit)
        if audit.kind == "internal"
        and audit.status in _REPORTED
        and audit.report_date is not None
        and audit.report_date <= case.as_of
        and serves(audit, standard)
    )
    return tuple(sorted(reported, key=lambda audit: (audit.report_date, audit.id)))


def standards_of(case: Case, review: ManagementReview) -> Sequence[str]:
    """Return the ids of the declared standards that a review belongs to."""
    return [one.id for one in case.catalogues if serves(review, one.id)]
