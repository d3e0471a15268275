"""Every record type, in the order of the seven steps: one module and one row each."""

from collections.abc import Mapping
from types import MappingProxyType

from certfolio.records import (
    action,
    audit,
    audit_programme,
    certificate,
    certification_audit,
    change,
    competence_record,
    context_issue,
    corrective_action,
    document,
    evidence,
    exercise,
    finding,
    gap_item,
    interested_party,
    legal_requirement,
    management_review,
    objective,
    organization,
    person,
    policy,
    process,
    risk,
    role,
    scope_statement,
    site,
    soa_entry,
    supplier,
    training_session,
    waiver,
)
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType

RECORD_TYPES: tuple[RecordType, ...] = (
    organization.TYPE,
    scope_statement.TYPE,
    site.TYPE,
    person.TYPE,
    role.TYPE,
    gap_item.TYPE,
    action.TYPE,
    training_session.TYPE,
    competence_record.TYPE,
    policy.TYPE,
    document.TYPE,
    process.TYPE,
    soa_entry.TYPE,
    evidence.TYPE,
    objective.TYPE,
    risk.TYPE,
    legal_requirement.TYPE,
    supplier.TYPE,
    change.TYPE,
    context_issue.TYPE,
    interested_party.TYPE,
    exercise.TYPE,
    audit_programme.TYPE,
    audit.TYPE,
    finding.TYPE,
    corrective_action.TYPE,
    management_review.TYPE,
    certification_audit.TYPE,
    certificate.TYPE,
    waiver.TYPE,
)

BY_NAME: Mapping[str, RecordType] = MappingProxyType({row.name: row for row in RECORD_TYPES})
READINESS = "readiness"
"""The readiness pages, findings and dates; no record type, but an audience may leave them out."""

DRAFT = "draft"
"""Policies and documents that are drafts; no record type, but an audience may leave them out."""

LEAVES_OUT: tuple[str, ...] = (*BY_NAME, READINESS, DRAFT)

LEFT_OUT_UNLESS_SAID: tuple[str, ...] = ("gap-item", "waiver", READINESS, DRAFT)
"""What is for those who prepare the audit: left out below the highest ceiling when nobody says."""

BY_FOLDER: Mapping[str, RecordType] = MappingProxyType({row.folder: row for row in RECORD_TYPES})
_BY_CLASS: Mapping[type[Record], RecordType] = MappingProxyType(
    {row.record: row for row in RECORD_TYPES}
)


def type_of(record: Record) -> RecordType:
    """Return the row of a record's type."""
    return _BY_CLASS[type(record)]
