"""What audiences are told about hidden and missing things is checked before anybody reads it."""

from typing import Any

import pytest

from certfolio.audience.see import settings_for
from certfolio.audience.told_check import told_problems
from certfolio.model.problem import Code
from made import known_standards, made, settings

WITHHELD = {
    "title": "Personnel files",
    "category": "personal data",
    "reason": "Health data.",
    "ask": "P-001",
}
GAP = {
    "title": "No alarm",
    "missing": "An alarm.",
    "plan": "A tool.",
    "due": "2026-12-18",
    "owner": "P-001",
}
AUDIENCES = [
    {"name": "internal", "ceiling": "restricted"},
    {"name": "auditor", "ceiling": "internal", "shows": ["withheld", "known-gaps"]},
]
RECORDS = [
    made("person", "P-001"),
    made("person", "P-002", classification="restricted"),
    made("role", "ROLE-001"),
]


def told(**changes: Any) -> list[tuple[str, str]]:
    said = settings("iso-9001-2015", **{"audiences": AUDIENCES, **changes})
    problems = told_problems(said, known_standards(), RECORDS)
    assert all(problem.code is Code.CONFIGURATION for problem in problems)
    return [(problem.location.pointer, problem.found) for problem in problems]


def test_entries_for_those_who_show_them_are_no_problem() -> None:
    role = {**WITHHELD, "ask": "ROLE-001", "audiences": ["auditor"]}
    gap = {**GAP, "clauses": ["iso-9001-2015:8.5.1"]}
    assert told(withheld=[WITHHELD, role], known_gaps=[gap]) == []


@pytest.mark.parametrize(
    ("withheld", "gap", "pointer", "found"),
    [
        ({"ask": "P-009"}, {}, "/withheld/0/ask", 'no person or role has the id "P-009"'),
        ({}, {"owner": "ROLE-001"}, "/known_gaps/0/owner", 'no person has the id "ROLE-001"'),
        (
            {"ask": "P-002"},
            {},
            "/withheld/0/ask",
            'the audience "auditor" is told to turn to P-002 and does not see it',
        ),
        (
            {},
            {"clauses": ["iso-9001-2015:99.9"]},
            "/known_gaps/0/clauses/0",
            'no declared standard has the clause "iso-9001-2015:99.9"',
        ),
        (
            {"audiences": ["auditor", "internal"]},
            {},
            "/withheld/0/audiences/1",
            'no audience called "internal" shows withheld',
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    withheld: dict[str, Any], gap: dict[str, Any], pointer: str, found: str
) -> None:
    problems = told(withheld=[WITHHELD | withheld], known_gaps=[GAP | gap])
    assert problems == [(pointer, found)]


def test_a_page_without_an_entry_would_say_that_there_is_nothing() -> None:
    assert told(withheld=[WITHHELD]) == [
        (
            "/audiences/1/shows",
            'the audience "auditor" shows known-gaps, and nothing below known_gaps is for it',
        )
    ]


def test_an_audience_gets_its_own_entries_and_no_name_of_another() -> None:
    audiences = [*AUDIENCES, {"name": "board", "ceiling": "internal", "shows": ["withheld"]}]
    entries = [
        {**WITHHELD, "title": "For all"},
        {**WITHHELD, "title": "For the board", "audiences": ["board"]},
        {**WITHHELD, "title": "For the auditor", "audiences": ["auditor", "board"]},
    ]
    said = settings("iso-9001-2015", audiences=audiences, withheld=entries, known_gaps=[GAP])
    seen = settings_for(said, said.audiences[1])
    assert [entry.title for entry in seen.withheld] == ["For all", "For the auditor"]
    assert "board" not in str(seen)
    nothing = settings_for(said, said.audiences[0])
    assert (nothing.withheld, nothing.known_gaps) == ((), ())
