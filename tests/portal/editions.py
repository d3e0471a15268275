"""Small editions for tests: one with a record of every type, one with nothing in it."""

from dataclasses import MISSING, fields, replace
from datetime import date
from types import MappingProxyType

from certfolio.intake.collect import files_of
from certfolio.linking.graph import RecordGraph, Support
from certfolio.linking.link import LinkState, ResolvedLink
from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.model.finding import ReadinessFinding
from certfolio.model.message import word
from certfolio.portal.edition import Edition, PortalFile
from certfolio.portal.labels import field_labels
from certfolio.readiness.coverage import ClauseCoverage, ClauseState, Documented, Operated
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import Evidence
from certfolio.records.field_walk import marked_values
from certfolio.records.part import Period
from certfolio.records.portal_settings import (
    Audience,
    DeclaredStandard,
    PlannedDates,
    PortalSettings,
)
from certfolio.records.record import Record
from certfolio.records.record_types import READINESS, type_of
from certfolio.records.reference import Reference
from certfolio.standards.catalogue import Catalogue, Clause, Standards
from portal.example_readiness import answers, example_readiness
from portal.example_record import SCHEMAS, example_records

QUALITY, SECURITY = "iso-9001-2015", "iso-27001-2022"
AS_OF = date(2026, 10, 5)
AUDIENCE = Audience(name="auditor", ceiling=Classification.CONFIDENTIAL, watermark="For the audit")


def small_edition(records: tuple[Record, ...] | None = None) -> Edition:
    """Return an edition with a full record of every type, judged on 5 October 2026."""
    chosen = example_records() if records is None else records
    graph = RecordGraph(_settings((QUALITY, SECURITY)), standards(), chosen, links(chosen))
    return Edition(
        graph=graph,
        coverage=coverage(graph),
        files=files(chosen),
        labels=field_labels(SCHEMAS),
        as_of=AS_OF,
        audience=AUDIENCE,
        build_id="c0ffee12",
        version="0.1.0",
        readiness=example_readiness(graph, AS_OF),
    )


def silent_edition() -> Edition:
    """Return the small edition for an audience that leaves out readiness, gaps and waivers."""
    left_out = ("gap-item", "waiver", READINESS)
    kept = tuple(r for r in example_records() if type_of(r).name not in left_out)
    audience = replace(AUDIENCE, leaves_out=left_out)
    return replace(small_edition(kept), audience=audience, readiness=None)


def judged(edition: Edition, *findings: ReadinessFinding) -> Edition:
    """Return the edition as if the rules had found this and nothing else."""
    return replace(edition, readiness=answers(edition.graph, edition.as_of, findings))


def bare_edition() -> Edition:
    """Return the small edition with nothing in its records but what the schemas demand."""
    return small_edition(tuple(_bare(record) for record in example_records()))


def _bare(record: Record) -> Record:
    defaults = {
        field.name: field.default
        for field in fields(record)
        if field.default is not MISSING and field.name != "origin"
    }
    return replace(record, extra={}, **defaults)


def empty_edition() -> Edition:
    """Return an edition without records and without standards."""
    graph = RecordGraph(_settings(()), Standards(MappingProxyType({})), (), ())
    return replace(
        small_edition(()),
        graph=graph,
        coverage=MappingProxyType({}),
        readiness=answers(graph, AS_OF, ()),
    )


def standards() -> Standards:
    quality = _catalogue(
        QUALITY,
        ("7", "Support", "heading", None),
        ("7.1.4", "Environment for the operation of processes", "requirement", None),
        ("7.1.5.1", "Monitoring and measuring resources: general", "requirement", None),
        ("7.1.5.2", "Measurement traceability", "requirement", None),
        ("7.5.3", "Control of documented information", "requirement", "7.5.3"),
        ("8", "Operation", "heading", None),
        ("8.3.2", "Design and development planning", "requirement", None),
        ("8.4.1", "Control of external provision: general", "requirement", None),
    )
    security = _catalogue(
        SECURITY,
        ("7.5.3", "Control of documented information", "requirement", "7.5.3"),
        ("A.5.15", "Access control", "control", None),
        ("A.8.13", "Information backup", "control", None),
    )
    return Standards(MappingProxyType({QUALITY: quality, SECURITY: security}))


def links(records: tuple[Record, ...]) -> tuple[ResolvedLink, ...]:
    """Return every reference that is found; DOC-002 is taken for superseded."""
    known = {record.id for record in records}
    return tuple(
        ResolvedLink(
            source=record.id,
            field=marked.pointer.split("/")[1],
            pointer=marked.pointer,
            target=marked.value,
            state=LinkState.SUPERSEDED if marked.value == "DOC-002" else LinkState.GOOD,
        )
        for record in records
        for marked in marked_values(record)
        if isinstance(marked.mark, Reference) and marked.value in known
    )


def files(records: tuple[Record, ...]) -> MappingProxyType[tuple[str, str], PortalFile]:
    found = {}
    for record in records:
        for entry in files_of(record):
            name = entry.path.rpartition("/")[2]
            found[(record.id, entry.path)] = PortalFile(
                path=f"files/{record.id.lower()}-1-{name}",
                title=entry.title or name,
                name=name,
                size=48_213,
                sha256="0123456789abcdef" * 4,
            )
    return MappingProxyType(found)


def coverage(graph: RecordGraph) -> MappingProxyType[ClauseRef, ClauseCoverage]:
    """Put every clause in a state of its own, so that each can be seen."""
    states = {
        f"{QUALITY}:7.1.4": ClauseState.GAP,
        f"{QUALITY}:7.1.5.1": ClauseState.OPERATING,
        f"{QUALITY}:7.1.5.2": ClauseState.PROOF_STALE,
        f"{QUALITY}:7.5.3": ClauseState.DOCUMENTED_ONLY,
        f"{QUALITY}:8.3.2": ClauseState.NOT_APPLICABLE,
        f"{SECURITY}:7.5.3": ClauseState.GAP,
        f"{SECURITY}:A.5.15": ClauseState.GAP,
    }
    return MappingProxyType(
        {
            clause.ref: _covered(
                graph, clause, states.get(str(clause.ref), ClauseState.NOT_ASSESSED)
            )
            for catalogue in graph.standards.catalogues.values()
            for clause in catalogue.demands
        }
    )


def _covered(graph: RecordGraph, clause: Clause, state: ClauseState) -> ClauseCoverage:
    documents = _supports(graph, clause, "DOC-001", "POL-001")
    drafts = _supports(graph, clause, "DOC-002") if state is not ClauseState.NOT_ASSESSED else ()
    proof = _supports(graph, clause, "E-001")
    nothing = Operated((), (), ())
    dated = Operated(proof, (), (), date(2026, 3, 14), date(2026, 9, 1), 1, 2, 3, "quarterly", 92)
    if state is ClauseState.OPERATING:
        others = tuple(
            support
            for support in graph.supports(clause.ref)
            if not isinstance(support.record, ControlledDocument | Evidence)
        )
        return ClauseCoverage(clause, state, Documented(documents, drafts), dated, None, others)
    if state is ClauseState.DOCUMENTED_ONLY:
        return ClauseCoverage(clause, state, Documented(documents, ()), nothing)
    if state is ClauseState.PROOF_STALE:
        stale = replace(dated, current=(), stale=proof, last_3_months=0)
        return ClauseCoverage(clause, state, Documented(documents, ()), stale)
    reason = (
        "Products are made to the customer's own design."
        if state is ClauseState.NOT_APPLICABLE
        else None
    )
    return ClauseCoverage(clause, state, Documented((), drafts), nothing, reason)


def _supports(graph: RecordGraph, clause: Clause, *ids: str) -> tuple[Support, ...]:
    found = (graph.find(id) for id in ids)
    return tuple(
        Support(clause.ref, record, f"Because of {record.id}.") for record in found if record
    )


def _catalogue(id: str, *rows: tuple[str, str, str, str | None]) -> Catalogue:
    clauses = tuple(
        Clause(
            ref=ClauseRef(id, number),
            title=word("clause", title),
            parent=ClauseRef(id, number[0]) if "." in number and number[0].isdigit() else None,
            kind=kind,  # type: ignore[arg-type]
            hs_key=key,
            documented_information="retain" if number.startswith("7.1.5") else None,
            condition=None,
            note=word("note", "Our own note.") if number == "7.5.3" else None,
            theme=word("theme", "People") if number.startswith("A.") else None,
        )
        for number, title, kind, key in rows
    )
    return Catalogue(
        id, f"Requirements of {id}", word("edition", "fifth edition"), "current", clauses
    )


def _settings(standards: tuple[str, ...]) -> PortalSettings:
    return PortalSettings(
        title="Example Sensors: certification records",
        organization="ORG-001",
        standards=tuple(
            DeclaredStandard(standard=id, certificate_scope="Calibration of pressure sensors")
            for id in standards
        ),
        audiences=(AUDIENCE,),
        audit_period=Period(begins=date(2025, 9, 1), ends=date(2026, 12, 31)),
        certification_body="Example Certification",
        planned=PlannedDates(stage_1=date(2026, 11, 30)),
    )
