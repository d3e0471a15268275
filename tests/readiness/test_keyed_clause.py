"""Clauses are found by what they ask for in every standard, not by a number."""

from certfolio.readiness.keyed_clause import below, refs_below
from made import known_standards


def numbers(standard: str, key: str) -> list[str]:
    return [clause.ref.number for clause in below(known_standards().catalogues[standard], key)]


def test_a_key_brings_all_demands_below_its_heading() -> None:
    assert numbers("iso-27001-2022", "8") == ["8.1", "8.2", "8.3"]
    assert numbers("iso-27001-2022", "6.1") == ["6.1.1", "6.1.2", "6.1.3"]


def test_a_clause_with_the_number_but_another_meaning_is_not_found() -> None:
    assert numbers("iso-9001-2015", "6.3") == ["6.3"]
    assert numbers("iso-50001-2018", "6.3") == []


def test_an_unknown_key_finds_nothing() -> None:
    assert refs_below(known_standards().catalogues["iso-9001-2015"], "11") == ()
