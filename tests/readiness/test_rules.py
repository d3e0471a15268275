"""Every rule is shown by folders: the records of a case, and the exact words of every answer.

A folder tests/readiness/rules/<rule>/<case>/ holds case.yaml and expected.txt. case.yaml has
`records`, a list of records for each type; what a record leaves out comes from the examples of its
schema; `prose` is its Markdown. `as_of`, `standards` and `portal` (settings) may be given, and
`is_refused` where linking already finds the records at fault. A person P-001 is always there.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from certfolio.intake.markdown.render import render
from certfolio.model.finding import ReadinessFinding
from certfolio.readiness.case import Case
from certfolio.readiness.rule_table import RULES
from certfolio.records.record import Record
from certfolio.standards.expectation import load_expectations
from made import linked, made

HERE = Path(__file__).parent / "rules"
CASES = sorted(folder for folder in HERE.glob("*/*") if folder.is_dir())
BY_ID = {rule.id: rule for rule in RULES}


def case_of(folder: Path) -> Case:
    # dates and numbers in quotes or not: every plain scalar but true, false and numbers is text
    text = (folder / "case.yaml").read_text("utf-8")
    value: dict[str, Any] = yaml.load(text, _Loader)
    records = [
        _written(kind, dict(record))
        for kind, entries in (value.get("records") or {}).items()
        for record in entries
    ]
    standards = tuple(value.get("standards", ["iso-9001-2015"]))
    graph, problems = linked(*records, standards=standards, **value.get("portal", {}))
    is_refused = any(not problem.is_notice for problem in problems)
    assert is_refused == value.get("is_refused", False), problems
    as_of = date.fromisoformat(value.get("as_of", "2026-10-05"))
    return Case(graph, as_of, load_expectations())


def _written(kind: str, record: dict[str, Any]) -> Record:
    text = record.pop("prose", None)
    result = made(kind, **record)
    return result if text is None else replace(result, prose=render(text))


class _Loader(yaml.SafeLoader):
    """Leaves dates as the text that records hold."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in entries if not tag.endswith("timestamp")]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def told(finding: ReadinessFinding) -> str:
    """Return a finding as expected.txt writes it."""
    owner = f" [owner {finding.owner}]" if finding.owner else ""
    due = f" [due {finding.due}]" if finding.due else ""
    head = f"{finding.verdict.value} ({finding.severity.value}) {finding.subject}"
    return f"{head}: {finding.reason}{owner}{due}"


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_a_rule_answers_word_for_word(folder: Path) -> None:
    answers = sorted(told(finding) for finding in BY_ID[folder.parent.name].check(case_of(folder)))
    expected = (folder / "expected.txt").read_text("utf-8").splitlines()
    assert answers == sorted(expected)
