"""The evidence index, one line an exhibit."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.table import Row, Table, joined
from certfolio.records.evidence import Evidence

COLUMNS = (
    "id",
    "title",
    "type",
    "status",
    "dated",
    "period_begins",
    "period_ends",
    "valid_until",
    "interval",
    "source",
    "available_on_site",
    "owner",
    "collected_by",
    "accepted_by",
    "accepted_on",
    "site",
    "process",
    "classification",
    "clauses",
    "files",
    "sha256",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    return (_row(content, item) for item in content.graph.all(Evidence))


def _row(content: ExportContent, evidence: Evidence) -> Row:
    files = content.files_of(evidence.id)
    period = evidence.period
    return {
        "id": evidence.id,
        "title": evidence.title,
        "type": evidence.type,
        "status": evidence.status,
        "dated": evidence.dated,
        "period_begins": period.begins if period else None,
        "period_ends": period.ends if period else None,
        "valid_until": evidence.valid_until,
        "interval": evidence.interval,
        "source": evidence.source,
        "available_on_site": evidence.available_on_site,
        "owner": evidence.owner,
        "collected_by": evidence.collected_by,
        "accepted_by": evidence.accepted_by,
        "accepted_on": evidence.accepted_on,
        "site": evidence.site,
        "process": evidence.process,
        "classification": evidence.classification.value,
        "clauses": joined(support.clause for support in evidence.clauses),
        "files": joined(file.path for file in files),
        "sha256": joined(file.sha256 for file in files),
        "page": page_of(evidence.id),
    }


TABLE = Table("evidence", "Evidence index", COLUMNS, _rows)
