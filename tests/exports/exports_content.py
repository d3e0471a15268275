"""A small edition as the exports get it."""

from datetime import date

from certfolio.exports.content import ExportContent, ExportedFile
from certfolio.model.classification import Classification
from certfolio.readiness.cover import cover
from certfolio.records.portal_settings import Audience
from certfolio.records.record import Record
from made import linked, made, supporting

AS_OF = date(2026, 10, 5)
OTHERS = (
    ("soa-entry", "SOA-A.5.1"),
    ("action", "ACT-001"),
    ("audit", "AUD-001"),
    ("competence-record", "CMP-001"),
)


def content(*records: Record, build: str = "0123456789ab") -> ExportContent:
    graph, _problems = linked(*records)
    return ExportContent(
        graph=graph,
        coverage=cover(graph, AS_OF),
        files={"E-001": (ExportedFile("files/e-001-1-a.pdf", "a.pdf", 12, "0" * 64),)},
        as_of=AS_OF,
        audience=Audience(name="internal", ceiling=Classification.INTERNAL),
        version="0.1.0",
        build_id=build,
    )


def sample() -> ExportContent:
    return content(
        made(
            "evidence",
            "E-001",
            status="accepted",
            accepted_by="P-001",
            accepted_on="2026-09-01",
            dated="2026-08-30",
            files=[{"path": "a.pdf"}],
            clauses=supporting("iso-9001-2015:8.4.1", "iso-9001-2015:7.1.5.1"),
        ),
        made("document", "DOC-001", status="draft", title="=1+1", clauses=[]),
        made("policy", "POL-001", status="draft", clauses=supporting("iso-9001-2015:5.2.1")),
        *(made(name, id) for name, id in OTHERS),
    )
