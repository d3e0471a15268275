"""The start page: what, for whom, as of when, where everything stands, where to begin."""

from collections.abc import Mapping

from bs4 import BeautifulSoup

from certfolio.host.static_file import STYLE_SHEET, style_sheets
from certfolio.portal.edition import Edition
from portal.rendering import words

Soups = Mapping[str, BeautifulSoup]


def test_the_questions_are_answered_in_order(soups: Soups) -> None:
    assert [heading.get_text() for heading in soups["index.html"].select("h2")] == [
        "What this is",
        "Can the audits go ahead",
        "The seven steps and where each stands",
        "What changed",
        "Where to begin",
        "Where the clauses stand",
    ]


def test_it_says_for_whom_as_of_when_and_what_is_planned(edition: Edition, soups: Soups) -> None:
    page = words(soups["index.html"].main.get_text(" "))
    assert "Edition for auditor As of 5 October 2026" in page
    assert "Audit period 1 September 2025 to 31 December 2026" in page
    assert "Stage 1 30 November 2026 Stage 2 no date agreed yet" in page
    assert f"This edition holds {len(edition.graph.records)} records." in page


def test_states_of_clauses_are_counts_and_never_a_share(soups: Soups) -> None:
    page = words(soups["index.html"].main.get_text(" "))
    assert (
        "6 requirements, by what the records show: 1 operating 1 documented only 1 proof stale"
        " 1 gap 1 not applicable 1 not assessed" in page
    )
    assert "1 requirement and 2 controls, by what the records show: 2 gap 1 not assessed" in page
    assert "%" not in page


def test_each_step_says_where_it_stands_in_facts(soups: Soups) -> None:
    steps = soups["index.html"].select("table.steps tbody")
    assert len(steps) == 8
    assert words(steps[7].get_text(" ")).startswith("What all steps stand on Organization 1")
    assert words(steps[0].get_text(" ")) == (
        "1. Gap analysis"
        " Scope statements 2 records 2 draft"
        " Approved on: latest 2 February 2026 Next review: next 1 February 2027"
        " Gap items 1 record 1 open Assessed on: latest 20 January 2026"
        " Actions 2 records 2 open"
        " Done on: latest 22 April 2026 Due: 2 past, the oldest 30 April 2026"
    )


def test_a_page_without_styles_says_to_unpack_first(soups: Soups, theme: object) -> None:
    assert soups["index.html"].select_one(".unpack-first").p.get_text().startswith("Unpack first:")
    assert "Extract all" in soups["index.html"].select_one(".unpack-first").get_text()
    styles = style_sheets([theme])[STYLE_SHEET]  # type: ignore[list-item]
    assert ".unpack-first {\ndisplay: none;" in styles
