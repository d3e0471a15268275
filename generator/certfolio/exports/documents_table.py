"""The master list of policies and documents, one line a version."""

from collections.abc import Iterator

from certfolio.exports.content import ExportContent, page_of
from certfolio.exports.table import Row, Table, joined
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.document import Document

COLUMNS = (
    "id",
    "number",
    "title",
    "type",
    "version",
    "status",
    "owner",
    "author",
    "approved_by",
    "approved_on",
    "effective_on",
    "next_review",
    "retention",
    "location",
    "classification",
    "clauses",
    "files",
    "sha256",
    "page",
)


def _rows(content: ExportContent) -> Iterator[Row]:
    records = content.graph.records
    documents = (record for record in records if isinstance(record, ControlledDocument))
    return (_row(content, document) for document in documents)


def _row(content: ExportContent, document: ControlledDocument) -> Row:
    files = content.files_of(document.id)
    return {
        "id": document.id,
        "number": document.number,
        "title": document.title,
        "type": document.type if isinstance(document, Document) else "policy",
        "version": document.version,
        "status": document.status,
        "owner": document.owner,
        "author": document.author,
        "approved_by": document.approved_by,
        "approved_on": document.approved_on,
        "effective_on": document.effective_on,
        "next_review": document.next_review,
        "retention": document.retention,
        "location": document.location,
        "classification": document.classification.value,
        "clauses": joined(support.clause for support in document.clauses),
        "files": joined(file.path for file in files),
        "sha256": joined(file.sha256 for file in files),
        "page": page_of(document.id),
    }


TABLE = Table("documents", "Document master list", COLUMNS, _rows)
