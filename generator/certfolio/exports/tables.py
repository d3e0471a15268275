"""Every register that leaves the portal as a table: one row each, in the order of the sheets."""

from certfolio.exports import (
    actions_table,
    audits_table,
    documents_table,
    evidence_table,
    matrix_table,
    soa_table,
    training_table,
)
from certfolio.exports.table import Table

TABLES: tuple[Table, ...] = (
    evidence_table.TABLE,
    matrix_table.TABLE,
    documents_table.TABLE,
    soa_table.TABLE,
    actions_table.TABLE,
    audits_table.TABLE,
    training_table.TABLE,
)
