"""Who can mend a clause: the nearest owner that the records name."""

from datetime import date

from certfolio.readiness.answerable import Answerable, answerable
from certfolio.readiness.case import Case
from certfolio.records.record import Record
from certfolio.standards.expectation import Expectations
from made import clause, graph_of, made, supporting

CLAUSE = "iso-9001-2015:8.4.1"
CONTROL = "iso-27001-2022:A.5.15"
PEOPLE = [made("person", id) for id in ("P-002", "P-003", "P-004")]


def owners(*records: Record) -> Answerable:
    graph = graph_of(*PEOPLE, *records, standards=("iso-9001-2015", "iso-27001-2022"))
    return answerable(Case(graph, date(2026, 10, 5), Expectations()))


def process(owner: str) -> Record:
    nothing: dict[str, list[str]] = {"inputs": [], "outputs": [], "responsibilities": []}
    return made("process", "PRC-001", owner=owner, clauses=supporting(CLAUSE), **nothing)


def document(owner: str) -> Record:
    return made("document", "DOC-001", owner=owner, clauses=supporting(CLAUSE, CONTROL))


def gap_item(owner: str) -> Record:
    return made("gap-item", "GAP-001", owner=owner, assessor="P-001", clause=CLAUSE)


def test_a_process_goes_before_a_document_and_that_before_a_gap_item() -> None:
    ref = clause(CLAUSE)
    assert owners(gap_item("P-004"), document("P-003"), process("P-002"))[ref] == "P-002"
    assert owners(gap_item("P-004"), document("P-003"))[ref] == "P-003"
    assert owners(gap_item("P-004"))[ref] == "P-004"


def test_the_decision_on_a_control_goes_before_its_documents() -> None:
    entry = made("soa-entry", "SOA-001", owner="P-002", control=CONTROL)
    assert owners(entry, document("P-003"))[clause(CONTROL)] == "P-002"


def test_nobody_answers_for_a_clause_that_no_record_names() -> None:
    assert clause(CLAUSE) not in owners()
