"""Finds the audits by the certification body, and the certificates, that belong to a standard."""

from collections.abc import Sequence
from datetime import date

from certfolio.readiness.case import Case, serves
from certfolio.records.certificate import Certificate
from certfolio.records.certification_audit import CertificationAudit

_CARRIED_OUT = ("held", "reported", "closed")
_GONE = ("withdrawn", "expired")
_DECIDED = ("certified", "suspended")


def audits_of(case: Case, standard: str, kind: str | None = None) -> Sequence[CertificationAudit]:
    """Return the body's audits of a standard that were not cancelled, in the order of their days.

    With `kind`, only those: the last of them is the one that counts.
    """
    found = (
        audit
        for audit in case.graph.all(CertificationAudit)
        if audit.status != "cancelled"
        and serves(audit, standard)
        and (kind is None or audit.kind == kind)
    )
    return sorted(found, key=lambda audit: (first_day(audit), audit.id))


def first_day(audit: CertificationAudit) -> date:
    """Return the day an audit began, or is planned to begin."""
    return (audit.held or audit.planned).begins


def last_day(audit: CertificationAudit) -> date:
    """Return the day an audit ended, or is planned to end."""
    return (audit.held or audit.planned).ends


def is_held(audit: CertificationAudit, as_of: date) -> bool:
    """Whether the records say that an audit was carried out until the day."""
    return audit.status in _CARRIED_OUT and last_day(audit) <= as_of


def standing_certificates(case: Case) -> tuple[Certificate, ...]:
    """Return applications and certificates that were neither withdrawn nor left to expire."""
    return tuple(one for one in case.graph.all(Certificate) if one.status not in _GONE)


def is_decided(certificate: Certificate, as_of: date) -> bool:
    """Whether the body has granted the certificate until the day."""
    day = certificate.decided_on
    return certificate.status in _DECIDED and day is not None and day <= as_of


def decided_certificate(case: Case, standard: str) -> Certificate | None:
    """Return the certificate that a standard already has and that has not run out, if any."""
    for certificate in standing_certificates(case):
        until = certificate.valid_until
        is_valid = until is None or until >= case.as_of
        if is_valid and is_decided(certificate, case.as_of) and serves(certificate, standard):
            return certificate
    return None


def begin_of_stage_2(case: Case, standard: str) -> date | None:
    """Return the first day of stage 2, by its record or else by the settings."""
    audits = audits_of(case, standard, "stage 2")
    return first_day(audits[-1]) if audits else case.graph.settings.planned.stage_2
