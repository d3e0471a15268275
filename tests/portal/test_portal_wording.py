"""Dates, numbers, sizes and counts in words."""

from datetime import date

import pytest

from certfolio.portal import wording


def test_a_date_is_written_for_reading() -> None:
    assert wording.day(date(2026, 10, 5)) == "5 October 2026"


@pytest.mark.parametrize(
    ("value", "words"),
    [(97, "97"), (97.0, "97"), (96.5, "96.5"), (-0.25, "-0.25"), (1e15, "1000000000000000")],
)
def test_a_number_has_no_exponent_and_no_empty_fraction(value: float, words: str) -> None:
    assert wording.number(value) == words


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (48_213, "48.2 kB"),
        (999_950, "1.0 MB"),
        (5_000_000_000, "5.0 GB"),
    ],
)
def test_a_size_is_written_in_the_unit_that_fits(octets: int, words: str) -> None:
    assert wording.size(octets) == words


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "no records"), (1, "1 record"), (42, "42 records")]
)
def test_a_count_agrees_with_its_noun(amount: int, words: str) -> None:
    assert wording.count(amount, "record") == words


def test_intervals_are_written_with_spaces() -> None:
    assert wording.interval("every-2-years") == "every 2 years"
    assert wording.interval("half-yearly") == "half-yearly"
