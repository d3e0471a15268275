"""Claims of being certified or accredited are told from everything else that uses these words."""

import pytest

from certfolio.readiness.claim import claims, standards_in

NAMES = ("Kelvenbrook Sensors", "Kelvenbrook Sensors Ltd")


@pytest.mark.parametrize(
    "text",
    [
        "We are certified.",
        "We are now certified to ISO 9001:2015.",
        "We’re certified!",
        "Our organisation was certified in spring.",
        "Our information security management system is ISO/IEC 27001:2022 certified.",
        "Kelvenbrook Sensors has been certified since 2024.",
        "As a certified company we know what matters.",
    ],
)
def test_a_plain_claim_is_found(text: str) -> None:
    assert len(list(claims(text, "certified", NAMES))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The certification body comes in November.",
        "Meridale certified our neighbours.",
        "The supplier is certified to ISO 9001:2015.",
        "Our suppliers are certified to ISO 9001:2015.",
        "A certified copy of the calibration certificate lies in the safe.",
        "We want our people to be certified welders.",
        "If we are certified in March, the mark may be used.",
        "Nobody may say that we are certified.",
        "We are not certified.",
        "What we sell is certified by the institute.",
        "",
    ],
)
def test_other_uses_are_left_alone(text: str) -> None:
    assert list(claims(text, "certified", NAMES)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The certification body is accredited for the edition of 2015.",
        "Only an accredited laboratory calibrates the balance.",
        "Our laboratory is accredited for pressure.",
        "We are accredited to ISO/IEC 17025.",
        "Accreditation of the body is checked every quarter.",
    ],
)
def test_bodies_and_laboratories_may_be_accredited(text: str) -> None:
    assert list(claims(text, "accredited", NAMES)) == []


def test_each_claim_is_quoted_with_its_sentence_alone() -> None:
    text = (
        "Customers trust us. We are\n  accredited. Read on; Kelvenbrook Sensors is accredited, too."
    )
    assert list(claims(text, "accredited", NAMES)) == [
        "We are accredited.",
        "Kelvenbrook Sensors is accredited, too.",
    ]


def test_standards_are_known_by_their_numbers() -> None:
    sentence = "Certified to ISO 9001:2015, ISO/IEC 20000-1:2018 and ISO-27001."
    assert standards_in(sentence) == {"9001", "20000-1", "27001"}
