"""A reason that says nothing is told from a short one that says something."""

import pytest

from certfolio.readiness.own_words import says_nothing


@pytest.mark.parametrize(
    "text", ["-", "See there.", "OK", "Access  control.", "access control", "  "]
)
def test_a_word_or_two_and_a_repeated_title_say_nothing(text: str) -> None:
    assert says_nothing(text, "Access control")


@pytest.mark.parametrize(
    "text",
    [
        "Lists all keys.",
        "Prüfmittelüberwachung geregelt",
        "说明供应商如何选择",
        "Access control list",
    ],
)
def test_a_short_reason_in_any_script_may_say_something(text: str) -> None:
    assert not says_nothing(text, "Access control")
