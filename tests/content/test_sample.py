"""The sample organization is as large, as complete and as consistent as content/README.md says."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from certfolio.linking.graph import RecordGraph
from certfolio.model.clause import ClauseRef
from certfolio.pipeline import Checked
from certfolio.readiness.coverage import ClauseState, Coverage
from certfolio.records.audit import Audit
from certfolio.records.document import Document
from certfolio.records.evidence import Evidence
from certfolio.records.person import Person
from certfolio.records.policy import Policy
from certfolio.records.process import Process
from certfolio.records.record_types import RECORD_TYPES
from certfolio.records.site import Site
from certfolio.records.soa_entry import SoaEntry
from made import PROJECT, clause

AS_OF = date(2026, 10, 5)
CONTENT = PROJECT / "content"
FILES = CONTENT / "files"
WITHOUT_SAMPLE: set[str] = set()
PLACEHOLDER = re.compile(r"\b(TBD|TODO|FIXME|XXX+|lorem|ipsum|to be defined)\b", re.IGNORECASE)
CLAIM = re.compile(r"compliant with ISO|\bwe are certified|\bISO \d+ certified", re.IGNORECASE)
ONLY_DOCUMENTED = {"iso-9001-2015:8.5.3"}
CONTROLS_WITHOUT_PROOF = {f"iso-27001-2022:{number}" for number in ("A.8.12", "A.8.14", "A.8.16")}


def written() -> list[Path]:
    """Return every file of the content that people write as text."""
    ends = {".md", ".yaml", ".csv", ".txt", ".eml"}
    return sorted(path for path in CONTENT.rglob("*") if path.suffix in ends)


def test_the_sample_is_read_without_a_problem(checked: Checked) -> None:
    assert [problem for problem in checked.problems if not problem.is_notice] == []


def test_every_record_type_has_a_sample(sample: RecordGraph) -> None:
    assert len(sample.records) >= 300
    here = {type(record) for record in sample.records}
    missing = {kind.name for kind in RECORD_TYPES if kind.record not in here}
    assert missing <= WITHOUT_SAMPLE
    assert len(here) >= 29


def test_the_day_and_the_standards_are_those_of_the_sample(sample: RecordGraph) -> None:
    assert sample.settings.as_of == AS_OF.isoformat()
    assert list(sample.standards.catalogues) == ["iso-9001-2015", "iso-27001-2022"]


def test_sixty_four_people_work_at_two_sites(sample: RecordGraph) -> None:
    people = sample.all(Person)
    assert [person.id for person in people] == [f"P-{n:03}" for n in range(1, 65)]
    at = Counter(person.site for person in people)
    assert at == {site.id: site.headcount for site in sample.all(Site)}
    assert at == {"SITE-001": 46, "SITE-002": 18}


def test_ids_are_numbered_without_a_hole(sample: RecordGraph) -> None:
    assert [record.id for record in sample.all(Evidence)] == [f"E-{n:03}" for n in range(1, 111)]
    assert [record.id for record in sample.all(Policy)] == [f"POL-{n:03}" for n in range(1, 9)]
    assert [record.id for record in sample.all(Document)] == [f"DOC-{n:03}" for n in range(1, 41)]


def test_each_class_of_the_readme_has_records_so_that_every_audience_differs(
    sample: RecordGraph,
) -> None:
    by_class = Counter(str(record.classification.value) for record in sample.records)
    assert set(by_class) == {"public", "internal", "confidential", "restricted"}
    names = [audience.name for audience in sample.settings.audiences]
    assert names == ["internal", "staff", "auditor"]


def test_every_control_has_one_entry_and_two_are_excluded(sample: RecordGraph) -> None:
    entries = sample.all(SoaEntry)
    controls = [entry.control for entry in entries]
    catalogue = sample.standards.catalogues["iso-27001-2022"]
    demanded = {part.ref for part in catalogue.clauses if part.kind == "control"}
    assert len(controls) == len(set(controls)) == 93
    assert set(controls) == demanded
    assert Counter(entry.status for entry in entries) == {
        "implemented": 79,
        "partly implemented": 8,
        "planned": 3,
        "not implemented": 1,
        "excluded": 2,
    }
    excluded = [entry.id for entry in entries if not entry.applicable]
    assert excluded == ["SOA-A.8.30", "SOA-A.8.33"]


def test_an_unfinished_control_has_an_action_and_an_implemented_one_accepted_proof(
    sample: RecordGraph,
) -> None:
    for entry in sample.all(SoaEntry):
        if entry.status in {"partly implemented", "planned", "not implemented"}:
            assert entry.actions, entry.id
    implemented = [entry for entry in sample.all(SoaEntry) if entry.status == "implemented"]
    bare = [entry.id for entry in implemented if not _accepted(sample, entry.evidence)]
    assert bare == ["SOA-A.8.16"]


def _accepted(sample: RecordGraph, evidence: tuple[str, ...]) -> bool:
    proofs = {proof.id: proof for proof in sample.all(Evidence)}
    return any(proofs[id].status == "accepted" for id in evidence)


def test_only_the_planted_clauses_lack_proof(coverage: Coverage) -> None:
    found: dict[ClauseState, set[str]] = {state: set() for state in ClauseState}
    for ref, covered in coverage.items():
        found[covered.state].add(str(ref))
    assert found[ClauseState.GAP] == {"iso-9001-2015:7.1.6"}
    assert found[ClauseState.DOCUMENTED_ONLY] == ONLY_DOCUMENTED | CONTROLS_WITHOUT_PROOF
    assert found[ClauseState.PROOF_STALE] == set()
    assert found[ClauseState.NOT_ASSESSED] == set()


def test_every_applicable_clause_has_a_document_and_was_audited(
    sample: RecordGraph, coverage: Coverage
) -> None:
    held = [audit for audit in sample.all(Audit) if audit.held]
    audited = {ref for audit in held for ref in audit.audited_clauses}
    asked = {r for r, c in coverage.items() if c.state is not ClauseState.NOT_APPLICABLE}
    assert asked <= audited
    undocumented = {str(ref) for ref in asked if not coverage[ref].documented.effective}
    assert undocumented == {"iso-9001-2015:7.1.6"}


def test_every_output_arrives_where_it_is_awaited(sample: RecordGraph) -> None:
    processes = {process.id: process for process in sample.all(Process)}
    sent = {
        (output.what, process.id, output.process)
        for process in processes.values()
        for output in process.outputs
        if output.process
    }
    awaited = {
        (given.what, given.process, process.id)
        for process in processes.values()
        for given in process.inputs
        if given.process
    }
    assert sent == awaited
    for process in processes.values():
        assert set(process.predecessors) == {x.process for x in process.inputs if x.process}
        assert set(process.successors) == {x.process for x in process.outputs if x.process}


def test_nobody_accepts_what_they_collected(sample: RecordGraph) -> None:
    accepted = [proof for proof in sample.all(Evidence) if proof.status == "accepted"]
    assert [proof.id for proof in accepted if proof.accepted_by == proof.collected_by] == []
    assert [p.id for p in accepted if p.accepted_on is None or p.accepted_on < p.dated] == []


def test_audit_reports_bear_the_day_of_their_audit(sample: RecordGraph) -> None:
    dated = {proof.id: proof.dated for proof in sample.all(Evidence)}
    held = [audit for audit in sample.all(Audit) if audit.held]
    assert len(held) == 8
    for audit in held:
        assert [dated[report] for report in audit.report] == [audit.report_date], audit.id


def test_soa_entries_name_exactly_the_evidence_that_names_their_control(
    sample: RecordGraph,
) -> None:
    for entry in sample.all(SoaEntry):
        supports = [support.record for support in sample.supports(entry.control)]
        proofs = {record.id for record in supports if isinstance(record, Evidence)}
        assert set(entry.evidence) == proofs, entry.id


def test_nothing_that_happened_lies_after_the_day(sample: RecordGraph) -> None:
    for record in sample.records:
        assert record.created <= AS_OF, record.id
        assert record.updated is None or record.created <= record.updated <= AS_OF, record.id
    for proof in sample.all(Evidence):
        assert proof.dated <= AS_OF, proof.id


def test_documents_are_approved_before_they_take_effect(sample: RecordGraph) -> None:
    for document in (*sample.all(Document), *sample.all(Policy)):
        assert document.approved_on is not None
        assert document.effective_on is not None
        assert document.created <= document.approved_on <= document.effective_on, document.id


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".csv", ".png", ".eml", ".docx", ".txt"])
def test_evidence_comes_in_files_of_every_kind(sample: RecordGraph, suffix: str) -> None:
    paths = [file.path for proof in sample.all(Evidence) for file in proof.files]
    assert any(path.endswith(suffix) for path in paths)


def test_files_are_small_and_each_belongs_to_a_record(sample: RecordGraph) -> None:
    files = [path for path in FILES.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 3_000_000
    holders = (*sample.all(Evidence), *sample.all(Document), *sample.all(Policy))
    named = {file.path for holder in holders for file in holder.files}
    assert {path.relative_to(FILES).as_posix() for path in files} == named


@pytest.mark.parametrize("pattern", [PLACEHOLDER, CLAIM], ids=["placeholder", "claim"])
def test_no_text_is_a_placeholder_or_claims_too_much(pattern: re.Pattern[str]) -> None:
    found = {
        str(path.relative_to(CONTENT)): match.group()
        for path in written()
        if (match := pattern.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_one_currency_is_spoken() -> None:
    money = re.compile(r"\d ?(EUR|USD|CHF)\b|[€$]\s?\d")
    speaking = [path for path in written() if money.search(path.read_text(encoding="utf-8"))]
    assert speaking == []


def test_a_reader_can_name_the_clause_that_has_neither_document_nor_proof(
    coverage: Coverage,
) -> None:
    knowledge: ClauseRef = clause("iso-9001-2015:7.1.6")
    assert coverage[knowledge].documented.effective == ()
    assert [s.record.id for s in coverage[knowledge].operated.not_accepted] == ["E-109"]
