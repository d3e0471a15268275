"""Whether an exhibit counts as proof on the day, and the reason where it does not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup

from certfolio.portal.edition import Edition
from certfolio.portal.proof_worth import proof_worth
from certfolio.records.evidence import Evidence
from portal.rendering import words

OLD: dict[str, Any] = {
    "period": None,
    "dated": date(2025, 3, 14),
    "valid_until": None,
    "interval": None,
    "accepted_on": date(2025, 4, 1),
}
REASONS: list[tuple[dict[str, Any], str]] = [
    ({"status": "collected"}, "its status is “collected”."),
    ({"accepted_on": None}, "the day of its acceptance is not recorded."),
    ({"accepted_on": date(2026, 10, 6)}, "it is accepted only on 6 October 2026."),
    (
        {"dated": date(2026, 10, 6), "accepted_on": date(2026, 10, 1)},
        "it is dated only 6 October 2026.",
    ),
    ({**OLD, "valid_until": date(2026, 10, 4)}, "its validity ended on 4 October 2026."),
    (
        {**OLD, "interval": "yearly"},
        "it is promised yearly, speaks up to 14 March 2025, and was too old after"
        " 14 September 2026.",
    ),
    (OLD, "it speaks up to 14 March 2025, and the audit period begins on 1 September 2025."),
]


@pytest.mark.parametrize(("changes", "reason"), REASONS, ids=[reason for _, reason in REASONS])
def test_what_does_not_count_says_why(
    changes: dict[str, Any], reason: str, edition: Edition
) -> None:
    evidence = replace(edition.graph.all(Evidence)[0], **changes)
    worth = proof_worth(edition, evidence)
    assert worth.state.word == "does not count"
    assert worth.state.tone == "bad"
    assert worth.sentence == f"on 5 October 2026: {reason}"


def test_what_counts_says_so_on_the_page_beside_its_status(
    soups: Mapping[str, BeautifulSoup],
) -> None:
    facts = words(soups["e-001.html"].select_one(".facts").get_text(" "))
    assert "Status accepted As proof counts as proof on 5 October 2026" in facts


def test_the_last_day_of_validity_still_counts(edition: Edition) -> None:
    evidence = replace(edition.graph.all(Evidence)[0], valid_until=edition.as_of)
    assert proof_worth(edition, evidence).state.word == "counts as proof"
