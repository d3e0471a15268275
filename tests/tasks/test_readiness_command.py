"""invoke readiness says what blocks the audits, on the sample as a quality manager would ask."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command import Ended, certfolio
from jsonschema import Draft202012Validator

from made import PROJECT

Ask = Callable[..., Ended]


@pytest.fixture(scope="module")
def ask() -> Ask:
    def asked(*arguments: str) -> Ended:
        return certfolio(PROJECT, "readiness", *arguments)

    return asked


def test_gates_come_first_and_then_what_is_open_by_owner(ask: Ask) -> None:
    ended = ask("--gate", "stage-2")
    assert (ended.code, ended.words) == (0, "")
    lines = ended.output.splitlines()
    assert lines[:3] == [
        "Judged as of 2026-10-05.",
        "",
        "Stage 2: 2 blockers found by these rules.",
    ]
    owner = lines.index("P-003 Ada Lindqvist")
    assert lines[owner + 1] == "  blocker  RR-NCR-01  F-006  due 2026-11-13"
    assert "open: 2 blocker, " in lines[-1]
    assert "%" not in ended.output


@pytest.mark.parametrize(
    ("by", "heading"),
    [
        ("clause", "iso-9001-2015:7.1.6"),
        ("step", "6. Management review"),
        ("rule", "RR-MRV-02 Does the last review of every standard cover every input that"),
    ],
)
def test_what_is_open_can_be_grouped_otherwise(by: str, heading: str, ask: Ask) -> None:
    lines = ask("--by", by).output.splitlines()
    assert any(line.startswith(heading) for line in lines)


def test_a_gate_that_is_asked_for_and_not_met_ends_with_9(ask: Ask) -> None:
    assert ask("--gate", "stage-2", "--fail-on", "blocker").code == 9
    assert ask("--gate", "stage-1", "--fail-on", "blocker").code == 0
    assert ask("--gate", "stage-1", "--fail-on", "major").code == 9


def test_a_later_day_shows_what_lapses_and_what_falls_due(ask: Ask) -> None:
    output = ask("--as-of", "2027-06-05").output
    assert "What lapses from 2026-10-05 to 2027-06-05 if nobody does anything" in output
    due = output.partition("What falls due from 2026-10-05 to 2027-06-05")[2].splitlines()
    days = [line.split()[0] for line in due if line.startswith("  20")]
    assert days == sorted(days)
    assert any(
        "Evidence expires: E-020" in line and "(P-003 Ada Lindqvist)" in line for line in due
    )


def test_json_is_as_its_schema_says(ask: Ask) -> None:
    data = json.loads(ask("--format", "json").output)
    schema = json.loads((PROJECT / "schema/exports/readiness.schema.json").read_text("utf-8"))
    judge = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in judge.iter_errors(data)] == []
    assert [gate["name"] for gate in data["gates"]] == ["stage-1", "stage-2", "surveillance"]


def test_sarif_points_at_the_record(ask: Ask) -> None:
    data: dict[str, Any] = json.loads(ask("--format", "sarif", "--gate", "stage-2").output)
    (run,) = data["runs"]
    (finding,) = (each for each in run["results"] if each["ruleId"] == "RR-NCR-01")
    place = finding["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].startswith("content/findings/F-006")
    assert run["tool"]["driver"]["rules"][finding["ruleIndex"]]["id"] == "RR-NCR-01"


@pytest.mark.parametrize(
    ("option", "value", "fix"),
    [
        ("--gate", "stage1", "did you mean stage-1?"),
        ("--by", "owners", "did you mean owner?"),
        ("--format", "yaml", "write --format text"),
        ("--fail-on", "xyz", "write --fail-on blocker"),
    ],
)
def test_a_value_that_is_not_known_ends_with_2(option: str, value: str, fix: str, ask: Ask) -> None:
    ended = ask(option, value)
    assert ended.code == 2
    assert ended.words.splitlines()[0] == f'{option} "{value}" is not known'
    assert ended.words.splitlines()[2] == f"  fix: {fix}"


def test_content_with_a_problem_is_not_judged(tmp_path: Path) -> None:
    from workspaces import write_record, write_workspace

    write_workspace(tmp_path)
    write_record(tmp_path, "risk", "R-009", status="open", actions=[])
    ended = certfolio(tmp_path, "readiness")
    assert ended.code == 3
    assert ended.output == ""
