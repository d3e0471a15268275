"""The page of a clause: two results, never one, and the people behind them."""

from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup

from portal.rendering import words

Soups = Mapping[str, BeautifulSoup]


def section(soups: Soups, path: str, heading: str) -> str:
    for title in soups[path].select("h2"):
        if title.get_text(" ", strip=True).startswith(heading):
            return words(title.parent.get_text(" "))
    raise AssertionError(f"{path} has no section {heading}")


OPERATING = "clause-iso-9001-2015-7-1-5-1.html"
STALE = "clause-iso-9001-2015-7-1-5-2.html"
GAP = "clause-iso-9001-2015-7-1-4.html"


def test_documents_and_proof_are_two_results(soups: Soups) -> None:
    assert section(soups, OPERATING, "Documented").startswith(
        "Documented documented 2 effective documents support this clause."
        " DOC-001 Supplier evaluation Document effective 2026-02-02 Because of DOC-001."
    )
    assert section(soups, OPERATING, "Operated") == (
        "Operated operated 1 accepted and current proof supports this clause."
        " First proof 2026-03-14 Last proof 2026-09-01"
        " In the last 3 months 1 In the last 6 months 2 In the last 12 months 3"
        " Promised interval quarterly Longest interval seen 92 days"
        " E-001 Calibration certificate of the reference balance"
        " Evidence accepted 2026-03-14 Because of E-001."
    )


def test_stale_proof_is_shown_and_does_not_count(soups: Soups) -> None:
    text = section(soups, STALE, "Operated")
    assert text.startswith("Operated proof stale No accepted and current proof supports this")
    assert "does not count: no longer current" in text


def test_a_gap_says_what_is_missing_on_both_sides(soups: Soups) -> None:
    assert soups[GAP].select_one(".verdict").get_text(strip=True) == "gap"
    assert section(soups, GAP, "Documented").startswith(
        "Documented no effective document No effective document supports this clause."
    )
    assert section(soups, GAP, "Operated").startswith(
        "Operated no proof No accepted and current proof supports this clause."
        " First proof none Last proof none"
    )


def test_a_clause_that_does_not_apply_gives_its_reason(soups: Soups) -> None:
    verdict = soups["clause-iso-9001-2015-8-3-2.html"].select_one(".verdict")
    assert words(verdict.get_text(" ")) == (
        "not applicable Products are made to the customer's own design."
    )


def test_findings_and_gap_items_stand_on_the_page_of_their_clause(soups: Soups) -> None:
    assert section(soups, GAP, "Findings") == (
        "Findings against it"
        " CAR-001 Conditions of the laboratory are logged automatically open"
        " Corrective action: Clause"
        " F-001 Room conditions not recorded in April open Audit finding: Clause"
    )
    assert "GAP-001" in section(soups, "clause-iso-9001-2015-8-4-1.html", "Gap items")


def test_a_control_shows_its_decision_and_the_reason(soups: Soups) -> None:
    assert section(soups, "clause-iso-27001-2022-a-5-15.html", "Statement") == (
        "Statement of applicability Decision applicable implemented"
        " Reason Needed to treat R-004: former staff keep access. Entry SOA-001 Access control"
    )


def test_the_people_who_answer_for_a_clause_are_named_on_its_page(soups: Soups) -> None:
    assert section(soups, STALE, "People") == (
        "People P-001 Ada Example DOC-001 Supplier evaluation"
        " POL-001 Information security policy"
        " E-001 Calibration certificate of the reference balance"
    )


def test_the_same_topic_of_the_other_standard_is_one_click_away(soups: Soups) -> None:
    links = [a["href"] for a in soups["clause-iso-9001-2015-7-5-3.html"].select("main a")]
    assert "clause-iso-27001-2022-7-5-3.html" in links


def test_clauses_are_read_one_after_the_other_across_headings(soups: Soups) -> None:
    links = soups["clause-iso-9001-2015-7-5-3.html"].select(".neighbours a")
    assert [link["href"] for link in links] == [
        "clause-iso-9001-2015-7-1-5-2.html",
        "clause-iso-9001-2015-8.html",
    ]


def test_a_heading_lists_the_clauses_below_it(soups: Soups) -> None:
    page = soups["clause-iso-9001-2015-8.html"]
    assert "This is a heading; the clauses below it are judged." in page.get_text()
    assert len(page.select("table.matrix tbody tr")) == 2


@pytest.mark.parametrize("wanted", ["doc-001.html", "e-001.html", "p-001.html"])
def test_from_a_clause_documents_proof_and_people_are_one_click_away(
    soups: Soups, wanted: str
) -> None:
    assert wanted in [link["href"] for link in soups[OPERATING].select("main a")]
