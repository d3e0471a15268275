"""What holds for every rule and every organization: generated ones stand for all of them."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certfolio.generation.stock import AS_OF
from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.readiness.case import Case
from certfolio.readiness.evaluate import evaluate
from certfolio.readiness.readiness import judge
from certfolio.readiness.rule import PORTAL
from certfolio.readiness.rule_table import RULES
from certfolio.records.person import Person
from certfolio.records.record import Record
from certfolio.standards.expectation import load_expectations
from generated import generated, linked_again
from made import made

EXPECTATIONS = load_expectations()
# some answers say how much was looked at: one record more changes the number, and nothing else
AMOUNT = re.compile(r"[0-9][0-9,]* (records|references|dates)")
UNRELATED = (
    made(
        "context-issue",
        "CTX-9001",
        status="closed",
        created="2026-01-12",
        reviewed_on="2026-02-16",
        not_addressed_reason="The bridge was rebuilt, so the road is open again.",
    ),
    made(
        "person",
        "P-9001",
        title="Somebody On Leave",
        status="on leave",
        created="2026-01-12",
        active_from="2019-03-04",
        top_management=False,
    ),
)
SENTENCES = re.compile(r"(?:[A-Z0-9“(]|iso-).*[^.]\.", re.DOTALL)
NEVER_SAID = ("%", "compliant")

organizations = st.tuples(st.sampled_from((60, 110)), st.integers(0, 7))
property_test = settings(max_examples=12, deadline=None)


def findings_of(graph: RecordGraph) -> tuple[ReadinessFinding, ...]:
    return evaluate(Case(graph, AS_OF, EXPECTATIONS), RULES)


def without_amounts(findings: tuple[ReadinessFinding, ...]) -> list[ReadinessFinding]:
    return [replace(one, reason=AMOUNT.sub(r"n \1", one.reason)) for one in findings]


@given(organizations)
@property_test
def test_judging_twice_gives_the_same_findings(size_and_seed: tuple[int, int]) -> None:
    graph = generated(*size_and_seed)
    assert judge(graph, AS_OF, EXPECTATIONS) == judge(graph, AS_OF, EXPECTATIONS)


@given(organizations, st.integers(0, 1000))
@property_test
def test_the_order_of_records_changes_no_finding(size_and_seed: tuple[int, int], seed: int) -> None:
    graph = generated(*size_and_seed)
    shuffled = list(graph.records)
    Random(seed).shuffle(shuffled)
    assert findings_of(linked_again(shuffled, graph.settings)) == findings_of(graph)


@pytest.mark.parametrize("record", UNRELATED, ids=lambda record: record.id)
@given(organizations)
@property_test
def test_an_unrelated_record_changes_no_finding(
    record: Record, size_and_seed: tuple[int, int]
) -> None:
    graph = generated(*size_and_seed)
    larger = linked_again((*graph.records, record), graph.settings)
    others = tuple(one for one in findings_of(larger) if one.subject != record.id)
    assert without_amounts(others) == without_amounts(findings_of(graph))


@given(organizations)
@property_test
def test_judging_leaves_the_graph_as_it_is(size_and_seed: tuple[int, int]) -> None:
    graph = generated(*size_and_seed)
    records, links = repr(graph.records), repr(graph.links)
    judge(graph, AS_OF, EXPECTATIONS)
    assert (repr(graph.records), repr(graph.links)) == (records, links)


@given(organizations)
@property_test
def test_every_finding_is_about_something_that_is_there(size_and_seed: tuple[int, int]) -> None:
    graph = generated(*size_and_seed)
    catalogues = graph.standards.catalogues
    clauses = {str(clause.ref) for each in catalogues.values() for clause in each.clauses}
    known = {record.id for record in graph.records} | clauses | set(catalogues) | {PORTAL}
    assert {finding.subject for finding in findings_of(graph)} <= known


@given(organizations)
@property_test
def test_every_owner_is_a_person_of_the_graph(size_and_seed: tuple[int, int]) -> None:
    graph = generated(*size_and_seed)
    owners = {finding.owner for finding in findings_of(graph)} - {None}
    assert owners <= {person.id for person in graph.all(Person)}


@given(organizations)
@property_test
def test_every_reason_is_made_of_full_sentences(size_and_seed: tuple[int, int]) -> None:
    graph = generated(*size_and_seed)
    reasons = {finding.reason for finding in findings_of(graph)}
    assert [reason for reason in reasons if not SENTENCES.fullmatch(reason)] == []
    assert [reason for reason in reasons for word in NEVER_SAID if word in reason] == []
