"""Counts, spans and intervals in words."""

from datetime import date

import pytest

from certfolio.portal import wording


def test_a_span_is_short_in_a_table_and_long_in_a_text() -> None:
    begins, ends = date(2026, 10, 5), date(2027, 1, 31)
    assert wording.span(begins, ends) == "2026-10-05 to 2027-01-31"
    assert wording.long_span(begins, ends) == "5 October 2026 to 31 January 2027"


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "no records"), (1, "1 record"), (42, "42 records")]
)
def test_a_count_agrees_with_its_noun(amount: int, words: str) -> None:
    assert wording.records(amount) == words


def test_intervals_are_written_with_spaces() -> None:
    assert wording.interval("every-2-years") == "every 2 years"
    assert wording.interval("half-yearly") == "half-yearly"
    assert wording.interval("every-2-years or so") == "every-2-years or so"
