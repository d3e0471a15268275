"""The statement of applicability: one line a control that was decided on."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.table import Row, Table, joined
from certfolio.records.soa_entry import SoaEntry

COLUMNS = (
    "id",
    "control",
    "title",
    "applicable",
    "reasons",
    "justification",
    "status",
    "implementation",
    "documents",
    "evidence",
    "actions",
    "risks",
    "obligations",
    "owner",
    "soa_version",
    "approved_by",
    "approved_on",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    return (_row(entry) for entry in content.graph.all(SoaEntry))


def _row(entry: SoaEntry) -> Row:
    return {
        "id": entry.id,
        "control": str(entry.control),
        "title": entry.title,
        "applicable": "yes" if entry.applicable else "no",
        "reasons": joined(entry.reasons),
        "justification": entry.justification,
        "status": entry.status,
        "implementation": entry.implementation,
        "documents": joined(entry.documents),
        "evidence": joined(entry.evidence),
        "actions": joined(entry.actions),
        "risks": joined(entry.risks),
        "obligations": joined(entry.obligations),
        "owner": entry.owner,
        "soa_version": entry.soa_version,
        "approved_by": entry.approved_by,
        "approved_on": entry.approved_on,
        "page": page_of(entry.id),
    }


TABLE = Table("soa", "Statement of applicability", COLUMNS, _rows)
