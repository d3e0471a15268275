"""Document: the record and its row."""

from dataclasses import dataclass
from typing import Literal

from certfolio.model.message import word
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import EvidenceType
from certfolio.records.part import ClauseSupport
from certfolio.records.record_type import RecordType
from certfolio.records.reference import DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """How long evidence of some types is kept, and what becomes of it afterwards."""

    types: tuple[EvidenceType, ...]
    kept: str
    disposal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(ControlledDocument):
    """A controlled document (7.5).

    Procedure, instruction, form, plan, specification or a document from outside.
    """

    status: Literal[
        "draft", "in review", "approved", "effective", "under revision", "superseded", "withdrawn"
    ]
    clauses: tuple[ClauseSupport, ...]
    type: Literal[
        "manual",
        "procedure",
        "work instruction",
        "form",
        "plan",
        "specification",
        "external document",
    ]
    replaces: DocumentId | None = None
    source: str | None = None
    edition: str | None = None
    retention_rules: tuple[RetentionRule, ...] = ()


TYPE = RecordType(
    name="document",
    record=Document,
    folder="documents",
    prefix="DOC",
    step=3,
    noun=word("type", "Document"),
    plural=word("types", "Documents"),
)
