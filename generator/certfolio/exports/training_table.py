"""The training matrix: one line for what a role asks of a person, and whether it is met."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.table import Row, Table, joined
from certfolio.records.competence_record import CompetenceRecord

COLUMNS = (
    "id",
    "person",
    "person_name",
    "role",
    "role_name",
    "requirement",
    "status",
    "obtained_on",
    "valid_until",
    "does_not_expire",
    "assessed_by",
    "result",
    "evidence",
    "waived_reason",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    return (_row(content, held) for held in content.graph.all(CompetenceRecord))


def _row(content: ExportContent, held: CompetenceRecord) -> Row:
    return {
        "id": held.id,
        "person": held.person,
        "person_name": _name(content, held.person),
        "role": held.role,
        "role_name": _name(content, held.role),
        "requirement": held.requirement,
        "status": held.status,
        "obtained_on": held.obtained_on,
        "valid_until": held.valid_until,
        "does_not_expire": "yes" if held.does_not_expire else "no",
        "assessed_by": held.assessed_by,
        "result": held.result,
        "evidence": joined(held.evidence),
        "waived_reason": held.waived_reason,
        "page": page_of(held.id),
    }


def _name(content: ExportContent, id: str) -> str | None:
    """Return a title; a record that this edition leaves out has none."""
    record = content.graph.find(id)
    return record.title if record else None


TABLE = Table("training", "Training matrix", COLUMNS, _rows)
