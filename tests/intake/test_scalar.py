"""What an unquoted value means."""

import pytest

from certfolio.intake.scalar import NumberRefused, plain_value


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_nothing(text: str) -> None:
    assert plain_value(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-0", 0),
        ("-17", -17),
        ("999999999999999", 999_999_999_999_999),
        ("1.10", 1.1),
        ("-0.5", -0.5),
        ("0.123456789012345", 0.123456789012345),
    ],
)
def test_words_and_numbers(text: str, value: object) -> None:
    assert plain_value(text) == value
    assert type(plain_value(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *("NO", "No", "no", "yes", "on", "off", "True", "FALSE", "Null", "NULL"),
        *("010", "0x1f", "0o17", "1_000", "12:30", "190:20:30", "2024-01-01"),
        *("1e5", "1e999", "+1", "1.", ".5", "-", "--1", "1.2.3", "١٢", "inf", "NaN"),
    ],
)
def test_anything_else_stays_text(text: str) -> None:
    assert plain_value(text) == text


@pytest.mark.parametrize("text", [".nan", ".NaN", ".inf", "-.inf", "+.INF"])
def test_values_that_are_no_numbers_are_refused(text: str) -> None:
    refused = plain_value(text)
    assert isinstance(refused, NumberRefused)
    assert refused.found == f"{text} is not a number"


@pytest.mark.parametrize("text", ["1234567890123456", "-1234567890123456", "12345678.90123456"])
def test_numbers_too_long_to_be_kept_exactly_are_refused(text: str) -> None:
    assert plain_value(text) == NumberRefused(
        "a number of 16 digits", "shorten it, or put it in quotes if it is a name or a code"
    )


def test_minus_zero_is_zero() -> None:
    assert str(plain_value("-0")) == "0"
    assert str(plain_value("-0.0")) == "0.0"
