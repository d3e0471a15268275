"""Every case of the tables F, Z, P and E of the bad inputs has a test under its id.

A test has the id in its name (test_f04_...) or in the name of its case ("E09 SVG").
"""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
TABLES = {"F": 24, "Z": 14, "P": 24, "E": 25}
_IN_NAME = re.compile(r"def test((?:_[fzpe]\d\d)+)_")
_IN_CASE = re.compile(r"""f?["']([FZPE]\d\d)[ ]""")


def ids_of(text: str) -> set[str]:
    """Return the ids of the cases that the tests of a module stand for."""
    named = {id.upper() for names in _IN_NAME.findall(text) for id in names.split("_") if id}
    return named | set(_IN_CASE.findall(text))


@pytest.fixture(scope="module")
def tested() -> dict[str, set[str]]:
    """Return the modules in which each id has a test."""
    found: dict[str, set[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for id in ids_of(path.read_text(encoding="utf-8")):
            found.setdefault(id, set()).add(path.relative_to(TESTS).as_posix())
    return found


@pytest.mark.parametrize("table", TABLES)
def test_no_case_is_without_a_test(table: str, tested: dict[str, set[str]]) -> None:
    wanted = {f"{table}{number:02}" for number in range(1, TABLES[table] + 1)}
    assert sorted(wanted - tested.keys()) == []


@pytest.mark.parametrize("table", TABLES)
def test_no_test_stands_for_a_case_that_does_not_exist(
    table: str, tested: dict[str, set[str]]
) -> None:
    known = {f"{table}{number:02}" for number in range(1, TABLES[table] + 1)}
    assert sorted(id for id in tested if id[0] == table and id not in known) == []
