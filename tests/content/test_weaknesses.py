"""Every weakness that content/README.md promises is really in the sample, and named there."""

import re
from datetime import date
from typing import TypeVar

from certfolio.linking.graph import RecordGraph
from certfolio.readiness.coverage import ClauseState, Coverage
from certfolio.records.action import Action
from certfolio.records.audit import Audit
from certfolio.records.corrective_action import CorrectiveAction
from certfolio.records.document import Document
from certfolio.records.evidence import Evidence
from certfolio.records.finding import Finding
from certfolio.records.legal_requirement import LegalRequirement
from certfolio.records.management_review import ManagementReview
from certfolio.records.objective import Objective
from certfolio.records.person import Person
from certfolio.records.policy import Policy
from certfolio.records.record import Record
from certfolio.records.risk import Risk
from certfolio.records.soa_entry import SoaEntry
from certfolio.records.supplier import Supplier
from certfolio.records.training_session import TrainingSession
from made import PROJECT, clause

AS_OF = date(2026, 10, 5)
CONTENT = PROJECT / "content"

R = TypeVar("R", bound=Record)


def one(sample: RecordGraph, kind: type[R], id: str) -> R:
    record = sample.record(id)
    assert isinstance(record, kind)
    return record


def test_the_readme_lists_eighteen_weaknesses_and_only_records_that_exist(
    sample: RecordGraph,
) -> None:
    readme = (CONTENT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (W\d+) \| .+ \| (.+) \|$", readme, re.MULTILINE)
    assert [name for name, _ in rows] == [f"W{n}" for n in range(1, 19)]
    for name, records in rows:
        ids = re.findall(r"\b[A-Z]+-[A-Z0-9.]+", records)
        assert ids and all(sample.find(id) for id in ids), name


def test_w1_customers_property_is_documented_only(coverage: Coverage) -> None:
    property_ = coverage[clause("iso-9001-2015:8.5.3")]
    assert property_.state is ClauseState.DOCUMENTED_ONLY
    assert [support.record.id for support in property_.documented.effective] == ["DOC-017"]


def test_w2_one_accepted_certificate_has_expired(sample: RecordGraph) -> None:
    accepted = [proof for proof in sample.all(Evidence) if proof.status == "accepted"]
    expired = [p.id for p in accepted if p.valid_until is not None and p.valid_until < AS_OF]
    assert expired == ["E-021"]


def test_w3_one_auditor_judged_a_process_left_only_weeks_before(sample: RecordGraph) -> None:
    recent = {
        (audit.id, former.process)
        for audit in sample.all(Audit)
        if audit.held
        for auditor in (audit.lead_auditor, *audit.team)
        for former in one(sample, Person, auditor).formerly
        if former.process in audit.processes and (audit.held.begins - former.until).days < 365
    }
    assert recent == {("AUD-004", "PRC-005")}


def test_no_auditor_judges_a_process_of_their_own(sample: RecordGraph) -> None:
    for audit in sample.all(Audit):
        for auditor in (audit.lead_auditor, *audit.team):
            own = set(one(sample, Person, auditor).processes)
            assert not own & set(audit.processes), (audit.id, auditor)


def test_w4_the_september_review_left_out_the_suppliers(sample: RecordGraph) -> None:
    march = {given.topic for given in one(sample, ManagementReview, "MR-001").inputs}
    september = {given.topic for given in one(sample, ManagementReview, "MR-002").inputs}
    assert march - september == {"performance of external providers"}


def test_w5_one_action_is_overdue(sample: RecordGraph) -> None:
    undone = [a for a in sample.all(Action) if a.status in {"open", "in progress"}]
    assert [action.id for action in undone if action.due < AS_OF] == ["ACT-011"]


def test_w6_monitoring_is_called_implemented_without_proof(
    sample: RecordGraph, coverage: Coverage
) -> None:
    entry = one(sample, SoaEntry, "SOA-A.8.16")
    assert (entry.status, entry.evidence) == ("implemented", ())
    assert coverage[entry.control].operated.current == ()


def test_w7_one_policy_is_past_its_review(sample: RecordGraph) -> None:
    controlled = (*sample.all(Policy), *sample.all(Document))
    effective = [document for document in controlled if document.status == "effective"]
    assert [d.id for d in effective if d.next_review and d.next_review < AS_OF] == ["POL-004"]


def test_w8_one_corrective_action_was_verified_by_its_owner(sample: RecordGraph) -> None:
    done = [car for car in sample.all(CorrectiveAction) if car.verified_by is not None]
    assert [car.id for car in done if car.verified_by == car.action_owner] == ["CAR-003"]


def test_w9_one_supplier_waits_for_its_evaluation(sample: RecordGraph) -> None:
    used = [supplier for supplier in sample.all(Supplier) if supplier.status == "approved"]
    assert [s.id for s in used if s.next_evaluation < AS_OF] == ["SUP-006"]
    assert one(sample, Supplier, "SUP-006").next_evaluation == date(2026, 6, 30)


def test_w10_the_security_session_reached_too_few(sample: RecordGraph) -> None:
    session = one(sample, TrainingSession, "TRN-002")
    there = [
        person.id
        for person in sample.all(Person)
        if person.active_from <= session.held_on
        and (person.active_until is None or session.held_on <= person.active_until)
        and person.status != "on leave"
    ]
    assert (len(session.attendees), len(there)) == (51, 63)
    assert set(session.attendees) <= set(there)


def test_w11_no_access_review_was_made_in_the_second_quarter(sample: RecordGraph) -> None:
    reviews = [one(sample, Evidence, id) for id in ("E-046", "E-047", "E-048")]
    assert {review.interval for review in reviews} == {"quarterly"}
    begun = [review.period.begins for review in reviews if review.period]
    assert begun == [date(2025, 10, 1), date(2026, 1, 1), date(2026, 7, 1)]


def test_w12_one_missed_objective_has_neither_action_nor_decision(sample: RecordGraph) -> None:
    missed = [objective for objective in sample.all(Objective) if objective.status == "missed"]
    assert [(objective.id, objective.actions) for objective in missed] == [("OBJ-005", ())]


def test_w13_one_treatment_lacks_the_approval_of_its_owner(sample: RecordGraph) -> None:
    bare = [risk.id for risk in sample.all(Risk) if risk.treatment_approved_by is None]
    assert bare == ["R-009"]
    assert one(sample, Risk, "R-009").residual_accepted_by is None


def test_w14_organizational_knowledge_is_a_gap(sample: RecordGraph, coverage: Coverage) -> None:
    assert coverage[clause("iso-9001-2015:7.1.6")].state is ClauseState.GAP
    assert one(sample, Evidence, "E-109").status == "collected"
    assert one(sample, Action, "ACT-023").status == "in progress"


def test_w15_one_author_approved_alone(sample: RecordGraph) -> None:
    controlled = (*sample.all(Policy), *sample.all(Document))
    alone = [d.id for d in controlled if d.author == d.approved_by and d.status == "effective"]
    assert alone == ["DOC-022"]


def test_w16_one_accepted_file_has_a_name_that_says_nothing(sample: RecordGraph) -> None:
    proof = one(sample, Evidence, "E-077")
    assert proof.status == "accepted"
    assert [file.path for file in proof.files] == ["customers/scan0001.pdf"]


def test_w17_one_law_is_met_in_part_and_nothing_follows(sample: RecordGraph) -> None:
    laws = [law for law in sample.all(LegalRequirement) if law.result != "compliant"]
    assert [(law.id, law.result, law.actions) for law in laws] == [("LEG-005", "partly", ())]
    assert not any("LEG-005" in action.sources for action in sample.all(Action))


def test_w18_one_major_finding_is_open(sample: RecordGraph) -> None:
    majors = [finding for finding in sample.all(Finding) if finding.grade == "major"]
    assert [(finding.id, finding.status) for finding in majors] == [("F-006", "open")]
    assert one(sample, CorrectiveAction, "CAR-004").status == "reopened"
