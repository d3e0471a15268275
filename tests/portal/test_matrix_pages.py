"""The matrix: both ways, per standard and joined; gaps are rows."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from certfolio.portal.edition import Edition
from portal.editions import small_edition
from portal.rendering import rendered, words

Soups = Mapping[str, BeautifulSoup]


def rows(soup: BeautifulSoup) -> list[str]:
    """Return what stands in each row, without what folded lists are called and their reasons."""
    return [row_words(row) for row in soup.select("table.matrix tbody tr")]


def row_words(row: Tag) -> str:
    bare = BeautifulSoup(str(row), "html.parser")
    for element in bare.select("summary, .why"):
        element.decompose()
    return words(bare.get_text(" "))


def test_every_clause_is_a_row_and_a_gap_is_called_a_gap(soups: Soups) -> None:
    assert rows(soups["matrix-iso-9001-2015.html"]) == [
        "7 Support",
        "7.1.4 Environment for the operation of processes"
        " DOC-002 Supplier evaluation (DOC-002) (superseded) none none gap",
        "7.1.5.1 Monitoring and measuring resources: general DOC-001 Supplier evaluation"
        " POL-001 Information security policy"
        " DOC-002 Supplier evaluation (DOC-002) (superseded)"
        " E-001 Calibration certificate of the reference balance 2026-09-01 operating",
        "7.1.5.2 Measurement traceability DOC-001 Supplier evaluation"
        " POL-001 Information security policy"
        " E-001 Calibration certificate of the reference balance (stale)"
        " 2026-09-01 proof stale",
        "7.5.3 Control of documented information DOC-001 Supplier evaluation"
        " POL-001 Information security policy none none documented only",
        "8 Operation",
        "8.3.2 Design and development planning"
        " DOC-002 Supplier evaluation (DOC-002) (superseded) none none"
        " not applicable Products are made to the customer's own design.",
        "8.4.1 Control of external provision: general none none none not assessed",
    ]


def test_every_record_in_a_cell_says_why_it_supports_the_clause(soups: Soups) -> None:
    folded = soups["matrix-iso-9001-2015.html"].select("details.reasons")
    assert words(folded[1].get_text(" ")) == (
        "3 documents DOC-001, POL-001, DOC-002 DOC-001 Supplier evaluation Because of DOC-001."
        " POL-001 Information security policy Because of POL-001."
        " DOC-002 Supplier evaluation (DOC-002) (superseded) Because of DOC-002."
    )
    assert not any(details.has_attr("open") for details in folded)


def test_the_joined_matrix_puts_clauses_of_one_topic_together(soups: Soups) -> None:
    groups = soups["matrix.html"].select("table.matrix tbody")
    shared = [group for group in groups if group.select(".heading-row")]
    assert [row_words(group) for group in shared] == [
        "Control of documented information"
        " ISO 9001:2015 7.5.3 Control of documented information DOC-001 Supplier evaluation"
        " POL-001 Information security policy none none documented only"
        " ISO 27001:2022 7.5.3 Control of documented information"
        " DOC-002 Supplier evaluation (DOC-002) (superseded) none none gap"
    ]
    assert len(groups) == 8


def test_the_other_way_every_record_says_what_it_supports_and_why(soups: Soups) -> None:
    text = rows(soups["matrix-iso-9001-2015-by-record.html"])
    assert text[0].startswith("POL-001 Information security policy Policy effective 7.1.5.1")
    assert text[0].endswith("Shows that the reference balance was calibrated within its interval.")


def test_documents_and_proof_without_a_clause_are_listed(edition: Edition, tmp_path: Path) -> None:
    records = tuple(replace(r, clauses=()) if r.id == "E-001" else r for r in edition.graph.records)
    html = rendered(small_edition(records), tmp_path)["matrix-iso-9001-2015-by-record.html"]
    text = words(BeautifulSoup(html, "html.parser").main.get_text(" "))
    assert (
        "Documents and proof that support no clause"
        " E-001 Calibration certificate of the reference balance accepted Evidence"
    ) in text


def test_heads_of_tables_are_heads_so_that_print_repeats_them(soups: Soups) -> None:
    for path, soup in soups.items():
        for table in soup.select("main table"):
            assert table.thead.select("th[scope=col]"), path
