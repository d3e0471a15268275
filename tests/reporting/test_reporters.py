"""The same problems are told to people, programs, editors and code hosts, word for word."""

import json
import re
from pathlib import Path

import pytest

from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.reporting.report import Report
from certfolio.reporting.reporters import REPORTERS
from certfolio.reporting.text import counted, problem_text, summary

DATE = Problem(
    Location("content/risks/R-014.yaml", 12, 8, "/treatment/due"),
    '"31.12.2025" is not a date',
    Code.FORMAT,
    "a calendar date such as 2025-12-31",
    "write due: 2025-12-31",
)
WHOLE_FILE = Problem(
    Location("content/risks/50% done, R:1.yaml"),
    "the file is empty",
    Code.EMPTY,
    "a record",
    "did you mean R-001?",
)
NOTICE = Problem(
    Location("content/risks/.DS_Store"),
    "left behind by a program, ignored",
    Code.IGNORED,
    "files that people wrote",
    "nothing to do",
    is_notice=True,
)
REPORT = Report((DATE, NOTICE, WHOLE_FILE), 512)

TEXT = """\
content/risks/.DS_Store:1:1: notice: left behind by a program, ignored [ignored]
  expected: files that people wrote
  fix: nothing to do
content/risks/R-014.yaml:12:8: /treatment/due: "31.12.2025" is not a date [format]
  expected: a calendar date such as 2025-12-31
  fix: write due: 2025-12-31
content/risks/50% done, R:1.yaml:1:1: the file is empty [empty]
  expected: a record
  fix: did you mean R-001?
512 records read: 2 problems and 1 notice.
"""

GITHUB = """\
::error file=content/risks/R-014.yaml,line=12,col=8,title=format::"31.12.2025" is not a date\
%0Aexpected: a calendar date such as 2025-12-31%0Afix: write due: 2025-12-31
::notice file=content/risks/.DS_Store,line=1,col=1,title=ignored::\
left behind by a program, ignored%0Aexpected: files that people wrote%0Afix: nothing to do
::error file=content/risks/50%25 done%2C R%3A1.yaml,line=1,col=1,title=empty::the file is empty\
%0Aexpected: a record%0Afix: did you mean R-001?
512 records read: 2 problems and 1 notice.
"""


def test_people_read_notices_first_and_a_count_last() -> None:
    assert REPORTERS["text"](REPORT) == TEXT


def test_code_hosts_get_one_annotation_a_problem_on_one_line_each() -> None:
    assert REPORTERS["github"](REPORT) == GITHUB


def test_programs_get_every_part_by_name() -> None:
    told = json.loads(REPORTERS["json"](REPORT))
    assert told["records"] == 512
    assert told["exit_code"] == 3
    assert [problem["level"] for problem in told["problems"]] == ["error", "notice", "error"]
    assert told["problems"][0] == {
        "level": "error",
        "code": "format",
        "path": "content/risks/R-014.yaml",
        "line": 12,
        "column": 8,
        "pointer": "/treatment/due",
        "found": '"31.12.2025" is not a date',
        "expected": "a calendar date such as 2025-12-31",
        "fix": "write due: 2025-12-31",
    }


def test_sarif_names_rules_once_and_every_place() -> None:
    told = json.loads(REPORTERS["sarif"](REPORT))
    run = told["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert told["version"] == "2.1.0"
    assert rules == ["empty", "format", "ignored"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error"]
    first, _, last = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "content/risks/R-014.yaml"},
        "region": {"startLine": 12, "startColumn": 8},
    }
    assert first["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "/treatment/due"}]
    address = last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "content/risks/50%25%20done%2C%20R%3A1.yaml"


def test_sarif_messages_are_sentences() -> None:
    results = json.loads(REPORTERS["sarif"](REPORT))["runs"][0]["results"]
    assert results[0]["message"]["text"] == (
        '"31.12.2025" is not a date. Expected: a calendar date such as 2025-12-31.'
        " Fix: write due: 2025-12-31."
    )
    assert results[2]["message"]["text"] == (
        "the file is empty. Expected: a record. Fix: did you mean R-001?"
    )


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_text_in_any_script_stays_readable(name: str) -> None:
    problem = Problem(Location("content/risks/ä.yaml"), '"Prüfung"', Code.EMPTY, "日本", "x")
    told = REPORTERS[name](Report((problem,), 1))
    assert "Prüfung" in told
    assert "日本" in told


@pytest.mark.parametrize("name", list(REPORTERS))
def test_every_report_ends_with_one_line_end(name: str) -> None:
    assert re.search(r"[^\n]\n\Z", REPORTERS[name](REPORT))
    assert re.search(r"[^\n]\n\Z", REPORTERS[name](Report((), 0)))


@pytest.mark.parametrize(
    ("problems", "records", "sentence"),
    [
        ((), 0, "0 records read: no problem."),
        ((), 1, "1 record read: no problem."),
        ((NOTICE,), 2, "2 records read: no problem and 1 notice."),
        ((DATE,), 2, "2 records read: 1 problem."),
        ((NOTICE, NOTICE, DATE), 2, "2 records read: 1 problem and 2 notices."),
    ],
)
def test_the_summary_counts(problems: tuple[Problem, ...], records: int, sentence: str) -> None:
    assert summary(Report(problems, records)) == sentence


def test_nouns_are_counted() -> None:
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


@pytest.mark.parametrize(
    ("problem", "parts"),
    [
        (
            DATE,
            ("content/risks/R-014.yaml", "12", "8", '"31.12.2025" is not a date', "format"),
        ),
        (
            WHOLE_FILE,
            ("content/risks/50% done, R:1.yaml", "1", "1", "the file is empty", "empty"),
        ),
        (NOTICE, None),
    ],
    ids=["place in a file", "whole file", "notice"],
)
def test_editors_find_file_line_and_column(
    project: Path, problem: Problem, parts: tuple[str, ...] | None
) -> None:
    tasks = json.loads((project / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]["regexp"]
    match = re.search(pattern, problem_text(problem).splitlines()[0])
    assert (match.groups() if match else None) == parts
