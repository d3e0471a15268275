"""Gates, steps, waivers, days and the forecast: what readiness answers with as a whole."""

import re
from datetime import date
from pathlib import Path

import pytest

from certfolio.linking.graph import RecordGraph
from certfolio.model.finding import ReadinessFinding
from certfolio.model.verdict import Severity, Verdict
from certfolio.readiness.deadline import deadlines
from certfolio.readiness.gate import GATES, answer
from certfolio.readiness.readiness import judge, lapsing
from certfolio.readiness.rule_table import RULES
from certfolio.readiness.step import STEPS, step_of, storyboard
from certfolio.readiness.waive import waived
from certfolio.standards.expectation import load_expectations
from made import PROJECT, SHARED, graph_of, made

AS_OF = date(2026, 10, 5)
HERE = Path(__file__).parent
# files that are missing, empty or changed never reach the rules: the intake refuses them
REFUSED_BEFORE = {"RR-EVD-01"}


def finding(
    rule: str = "RR-DOC-01",
    severity: Severity = Severity.BLOCKER,
    verdict: Verdict = Verdict.GAP,
    subject: str = "DOC-001",
) -> ReadinessFinding:
    return ReadinessFinding(rule, severity, verdict, subject, "It is not there.")


def overdue_policy() -> RecordGraph:
    days = {"approved_on": "2026-01-01", "effective_on": "2026-01-02", "next_review": "2026-12-31"}
    return graph_of(made("policy", "POL-001", status="effective", approved_by="P-001", **days))


def test_a_gate_without_blockers_claims_no_more_than_its_rules_know() -> None:
    stage_1 = answer(GATES[0], [finding(severity=Severity.MAJOR)])
    assert stage_1.sentence == "No blocker found by these rules."
    assert len(stage_1.open) == 1


def test_a_gate_counts_its_own_families_only() -> None:
    audit = finding("RR-AUD-02")
    assert answer(GATES[0], [audit]).blockers == ()
    assert answer(GATES[1], [audit]).blockers == (audit,)
    programme = finding("RR-AUD-01")
    assert answer(GATES[0], [programme]).sentence == "1 blocker found by these rules."


@pytest.mark.parametrize("verdict", [Verdict.MET, Verdict.NOT_APPLICABLE, Verdict.NOT_ASSESSED])
def test_only_what_is_open_blocks(verdict: Verdict) -> None:
    assert answer(GATES[0], [finding(verdict=verdict)]).open == ()


def test_every_rule_belongs_to_one_step() -> None:
    for rule in RULES:
        holding = [step.number for step in STEPS if step.holds(rule.id)]
        assert len(holding) == 1, rule.id


def test_the_storyboard_says_what_is_open_in_counts() -> None:
    minor = finding("RR-GAP-01", Severity.MINOR)
    steps = storyboard([finding("RR-SCP-01"), minor, finding("RR-GAP-02", verdict=Verdict.MET)])
    assert steps[0].sentence == "Open: 1 blocker, 1 minor."
    assert steps[0].met == 1
    assert steps[1].sentence == "Nothing open by these rules."
    assert step_of("RR-NCR-01").number == 5


def waiver(**changes: str) -> RecordGraph:
    values = {"approved_on": "2026-03-01", "expires_on": "2026-10-05", "reason": "We are three."}
    record = made(
        "waiver",
        "WVR-001",
        status="approved",
        rule="RR-DOC-01",
        applies_to=["DOC-001"],
        approved_by="P-001",
        **(values | changes),
    )
    return graph_of(record, made("document", "DOC-001"))


def test_a_waiver_keeps_the_finding_and_says_who_answers_for_it() -> None:
    (told,) = waived([finding()], waiver(), AS_OF)
    assert told.waived == "Waived by P-001 until 2026-10-05 (WVR-001): We are three."
    assert not told.is_open
    assert answer(GATES[0], [told]).blockers == ()


@pytest.mark.parametrize(
    ("rule", "subject", "as_of"),
    [
        ("RR-DOC-02", "DOC-001", AS_OF),
        ("RR-DOC-01", "DOC-002", AS_OF),
        ("RR-DOC-01", "DOC-001", date(2026, 10, 6)),
        ("RR-DOC-01", "DOC-001", date(2026, 2, 28)),
    ],
)
def test_a_waiver_counts_for_its_rule_its_record_and_its_time_only(
    rule: str, subject: str, as_of: date
) -> None:
    (told,) = waived([finding(rule, subject=subject)], waiver(), as_of)
    assert told.waived is None


def test_a_later_day_shows_what_lapses_if_nobody_does_anything() -> None:
    graph = overdue_policy()
    now = judge(graph, AS_OF, load_expectations())
    then = judge(graph, date(2027, 1, 1), load_expectations())
    assert ("RR-DOC-04", "POL-001") in {(f.rule, f.subject) for f in lapsing(now, then)}
    assert lapsing(then, then) == ()


def test_deadlines_come_earliest_first_with_their_owner() -> None:
    graph = graph_of(
        made("action", "ACT-001", status="open", due="2026-12-01"),
        made("action", "ACT-002", status="done", due="2026-08-01", done_on="2026-08-01"),
        made("action", "ACT-003", status="open", due="2026-08-31"),
        made(
            "evidence",
            "E-001",
            status="accepted",
            accepted_by="P-001",
            accepted_on="2026-02-02",
            valid_until="2026-11-01",
            available_on_site="Office",
        ),
    )
    assert [(str(one.day), one.what, one.record, one.owner) for one in deadlines(graph)] == [
        ("2026-08-31", "Action is due", "ACT-003", "P-001"),
        ("2026-11-01", "Evidence expires", "E-001", "P-001"),
        ("2026-12-01", "Action is due", "ACT-001", "P-001"),
    ]


def test_judging_changes_no_record_and_no_link() -> None:
    graph = overdue_policy()
    before = (graph.records, graph.links)
    judge(graph, AS_OF, load_expectations())
    assert (graph.records, graph.links) == before


def test_the_table_is_in_order_and_complete() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    modules = {
        path.stem.upper().replace("_", "-")
        for path in (PROJECT / "generator/certfolio/readiness/rules").glob("rr_*.py")
    }
    assert modules == set(ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_question_a_reason_and_fixtures(rule: object) -> None:
    assert rule.question.endswith("?")  # type: ignore[attr-defined]
    assert len(rule.why) > 60  # type: ignore[attr-defined]
    folders = sorted(path.name for path in (HERE / "rules" / rule.id).iterdir())  # type: ignore[attr-defined]
    verdicts = {
        line.split(" (")[0]
        for name in folders
        for line in (HERE / "rules" / rule.id / name / "expected.txt")
        .read_text("utf-8")
        .splitlines()  # type: ignore[attr-defined]
    }
    assert verdicts & {"met", "not applicable"}
    is_special = rule.severity is Severity.INFO or rule.id in REFUSED_BEFORE  # type: ignore[attr-defined]
    assert verdicts & {"gap", "partly met"} or is_special


if (SHARED / "domain.md").is_file():

    def test_every_rule_of_the_domain_has_a_module() -> None:
        text = (SHARED / "domain.md").read_text("utf-8")
        table = re.findall(r"^\| (RR-[A-Z]{3}-[0-9]{2}) \| (\w+) \|", text, re.MULTILINE)
        assert len(table) == 124
        severities = {rule.id: rule.severity.value for rule in RULES}
        assert {id: severities.get(id) for id, _ in table} == dict(table)
