"""One line a clause, what documents it and what proves it as two results."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, clause_page_of
from certfolio.exports.table import Cell, Row, Table, joined
from certfolio.readiness.coverage import ClauseCoverage

COLUMNS = (
    "standard",
    "clause",
    "title",
    "kind",
    "state",
    "reason",
    "documented_information",
    "condition",
    "effective_documents",
    "other_documents",
    "current_proof",
    "stale_proof",
    "not_accepted",
    "first_proof",
    "last_proof",
    "proofs_3_months",
    "proofs_6_months",
    "proofs_12_months",
    "promised_interval",
    "longest_distance_days",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    for coverage in content.coverage.values():
        page = {"page": clause_page_of(coverage.clause.ref)}
        yield _clause(coverage) | _documented(coverage) | _operated(coverage) | page


def _clause(coverage: ClauseCoverage) -> dict[str, Cell]:
    clause = coverage.clause
    return {
        "standard": clause.ref.standard,
        "clause": clause.ref.number,
        "title": clause.title,
        "kind": clause.kind,
        "state": coverage.state.value,
        "reason": coverage.reason,
        "documented_information": clause.documented_information,
        "condition": clause.condition,
    }


def _documented(coverage: ClauseCoverage) -> dict[str, Cell]:
    documented = coverage.documented
    return {
        "effective_documents": joined(support.record.id for support in documented.effective),
        "other_documents": joined(support.record.id for support in documented.others),
    }


def _operated(coverage: ClauseCoverage) -> dict[str, Cell]:
    operated = coverage.operated
    return {
        "current_proof": joined(support.record.id for support in operated.current),
        "stale_proof": joined(support.record.id for support in operated.stale),
        "not_accepted": joined(support.record.id for support in operated.not_accepted),
        "first_proof": operated.first,
        "last_proof": operated.last,
        "proofs_3_months": operated.last_3_months,
        "proofs_6_months": operated.last_6_months,
        "proofs_12_months": operated.last_12_months,
        "promised_interval": operated.promised,
        "longest_distance_days": operated.seen_days,
    }


TABLE = Table("matrix", "Clause matrix", COLUMNS, _rows)
