"""The audit programme: one line an audit, with what it covers, when and by whom."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.table import Row, Table, joined
from certfolio.records.audit import Audit

COLUMNS = (
    "id",
    "title",
    "programme",
    "kind",
    "status",
    "planned_begins",
    "planned_ends",
    "held_begins",
    "held_ends",
    "report_date",
    "lead_auditor",
    "team",
    "sites",
    "processes",
    "clauses",
    "findings",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    return (_row(audit) for audit in content.graph.all(Audit))


def _row(audit: Audit) -> Row:
    held = audit.held
    return {
        "id": audit.id,
        "title": audit.title,
        "programme": audit.programme,
        "kind": audit.kind,
        "status": audit.status,
        "planned_begins": audit.planned.begins,
        "planned_ends": audit.planned.ends,
        "held_begins": held.begins if held else None,
        "held_ends": held.ends if held else None,
        "report_date": audit.report_date,
        "lead_auditor": audit.lead_auditor,
        "team": joined(audit.team),
        "sites": joined(audit.sites),
        "processes": joined(audit.processes),
        "clauses": joined(audit.audited_clauses),
        "findings": joined(audit.findings),
        "page": page_of(audit.id),
    }


TABLE = Table("audits", "Audit programme", COLUMNS, _rows)
