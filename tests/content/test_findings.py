"""The rules find every weakness of the sample, no other blocker, and nothing once it is mended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from certfolio.linking.graph import RecordGraph, in_order
from certfolio.linking.resolve import links_between
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity
from certfolio.readiness.readiness import Readiness, judge, lapsing
from certfolio.records.management_review import ReviewInput
from certfolio.records.policy import Policy
from certfolio.records.record import Record
from certfolio.standards.expectation import load_expectations
from made import made, supporting

AS_OF = date(2026, 10, 5)
Mend = Callable[[RecordGraph], RecordGraph]


def changed(id: str, **changes: Any) -> Mend:
    """Return a way to mend the sample: one record with other values."""
    return lambda graph: _with(graph, replace(graph.record(id), **changes))


def added(kind: str, id: str, **values: Any) -> Mend:
    """Return a way to mend the sample: one record more."""
    return lambda graph: _with(graph, made(kind, id, owner="P-002", **values))


def proof(id: str, clause: str, **values: Any) -> Mend:
    accepted = {"status": "accepted", "accepted_by": "P-002", "accepted_on": "2026-09-30"}
    rest = {"dated": "2026-09-29", "available_on_site": "Office", "clauses": supporting(clause)}
    return added("evidence", id, **(accepted | rest | values))


def _with(graph: RecordGraph, *records: Record) -> RecordGraph:
    new = {record.id: record for record in records}
    kept = [record for record in graph.records if record.id not in new]
    whole = in_order([*kept, *records])
    return RecordGraph(graph.settings, graph.standards, whole, links_between(whole))


def _without_copy_of_the_approver(graph: RecordGraph) -> RecordGraph:
    return changed("DOC-022", author="P-003")(graph)


def _reviewed_access(graph: RecordGraph) -> RecordGraph:
    first = graph.record("E-047")
    period = replace(first.period, begins=date(2026, 4, 1), ends=date(2026, 6, 30))  # type: ignore[attr-defined]
    second = replace(
        first,
        id="E-900",
        dated=date(2026, 6, 30),
        period=period,
        accepted_on=date(2026, 7, 3),
        files=(),
        available_on_site="Office",
    )
    return _with(graph, second)


def _all_inputs(graph: RecordGraph) -> RecordGraph:
    review: Any = graph.record("MR-002")
    more = ReviewInput(topic="performance of external providers", content="All but one on time.")
    return changed("MR-002", inputs=(*review.inputs, more))(graph)


def _everybody_came(graph: RecordGraph) -> RecordGraph:
    from certfolio.records.person import Person

    everybody = tuple(person.id for person in graph.all(Person) if person.status == "active")
    return changed("TRN-002", attendees=everybody)(graph)


def _signed(graph: RecordGraph) -> RecordGraph:
    owner = graph.record("R-009").owner
    day = date(2026, 9, 30)
    return changed(
        "R-009",
        treatment_approved_by=owner,
        residual_accepted_by=owner,
        residual_accepted_on=day,
    )(graph)


def _policy_reviewed(graph: RecordGraph) -> RecordGraph:
    policy = graph.record("POL-004")
    assert isinstance(policy, Policy)
    return _with(graph, replace(policy, next_review=date(2027, 7, 31)))


WEAKNESSES: dict[str, tuple[str, str, Mend]] = {
    "W1": ("RR-TRC-02", "iso-9001-2015:8.5.3", proof("E-901", "iso-9001-2015:8.5.3")),
    "W2": ("RR-EVD-02", "E-021", changed("E-021", valid_until=date(2027, 8, 31))),
    "W3": ("RR-AUD-03", "AUD-004", changed("AUD-004", lead_auditor="P-014")),
    "W4": ("RR-MRV-02", "MR-002", _all_inputs),
    "W5": ("RR-TEL-12", "ACT-011", changed("ACT-011", status="done", done_on=date(2026, 8, 30))),
    "W6": ("RR-SOA-04", "SOA-A.8.16", proof("E-902", "iso-27001-2022:A.8.16")),
    "W7": ("RR-DOC-04", "POL-004", _policy_reviewed),
    "W8": ("RR-NCR-04", "CAR-003", changed("CAR-003", verified_by="P-002")),
    "W9": ("RR-SUP-02", "SUP-006", changed("SUP-006", next_evaluation=date(2027, 6, 30))),
    "W10": ("RR-TRN-04", "iso-27001-2022", _everybody_came),
    "W11": ("RR-TEL-10", "iso-27001-2022:A.5.18", _reviewed_access),
    "W12": ("RR-OBJ-03", "OBJ-005", changed("OBJ-005", status="dropped")),
    "W13": ("RR-RSK-02", "R-009", _signed),
    "W14": ("RR-TRC-01", "iso-9001-2015:7.1.6", proof("E-903", "iso-9001-2015:7.1.6")),
    "W15": ("RR-DOC-06", "DOC-022", _without_copy_of_the_approver),
    "W16": ("RR-TEL-11", "E-077", changed("E-077", files=())),
    "W17": ("RR-LEG-02", "LEG-005", changed("LEG-005", result="compliant")),
    "W18": ("RR-NCR-01", "F-006", changed("F-006", status="withdrawn")),
}


@pytest.fixture(scope="module")
def readiness(sample: RecordGraph) -> Readiness:
    return judge(sample, AS_OF, load_expectations())


def opened(answers: Readiness) -> set[tuple[str, str]]:
    return {(finding.rule, finding.subject) for finding in answers.findings if finding.is_open}


@pytest.mark.parametrize("weakness", WEAKNESSES)
def test_the_rule_that_should_find_it_finds_it(weakness: str, readiness: Readiness) -> None:
    rule, subject, _ = WEAKNESSES[weakness]
    assert (rule, subject) in opened(readiness)


@pytest.mark.parametrize("weakness", WEAKNESSES)
def test_a_mended_weakness_is_found_no_more(weakness: str, sample: RecordGraph) -> None:
    rule, subject, mend = WEAKNESSES[weakness]
    assert (rule, subject) not in opened(judge(mend(sample), AS_OF, load_expectations()))


def blockers(answers: Readiness, gate: str) -> list[tuple[str, str]]:
    (found,) = (each for each in answers.gates if each.gate.name == gate)
    return [(finding.rule, finding.subject) for finding in found.blockers]


def test_nothing_blocks_stage_1(readiness: Readiness) -> None:
    assert blockers(readiness, "stage-1") == []


def test_exactly_the_two_planted_blockers_stand_before_stage_2(readiness: Readiness) -> None:
    assert blockers(readiness, "stage-2") == [
        ("RR-NCR-01", "F-006"),
        ("RR-TRC-01", "iso-9001-2015:7.1.6"),
    ]


def test_no_other_major_than_the_planted_ones(readiness: Readiness) -> None:
    planted = {(rule, subject) for rule, subject, _ in WEAKNESSES.values()}
    # the open gap item of W1 has no action either, and says so
    planted.add(("RR-GAP-02", "GAP-025"))
    grave = {
        (finding.rule, finding.subject)
        for finding in readiness.findings
        if finding.is_open and finding.severity in (Severity.BLOCKER, Severity.MAJOR)
    }
    assert grave <= planted


def test_eight_months_later_much_has_lapsed(sample: RecordGraph, readiness: Readiness) -> None:
    then = judge(sample, date(2027, 6, 5), load_expectations())
    lapsed: tuple[ReadinessFinding, ...] = lapsing(readiness, then)
    found = {(finding.rule, finding.subject) for finding in lapsed}
    assert ("RR-EVD-02", "E-020") in found
    assert ("RR-DOC-04", "POL-001") in found
    assert len(found) > 20
