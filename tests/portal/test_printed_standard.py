"""The whole standard as one document: every clause, every reason, every file with its digest."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup

from certfolio.host.environment import theme_environment
from certfolio.portal.edition import Edition
from certfolio.portal.frame import framed
from certfolio.portal.page_kinds import printed_standard
from certfolio.portal.site import site
from certfolio.readiness.cover import cover
from portal.editions import QUALITY, empty_edition, silent_edition, small_edition
from portal.rendering import THEME, rendered, words

Soups = Mapping[str, BeautifulSoup]
PATH = f"print-{QUALITY}.html"


def test_the_page_of_the_standard_leads_to_it(soups: Soups) -> None:
    assert soups[f"standard-{QUALITY}.html"].select(f"main a[href='{PATH}']")


def test_every_clause_is_there_in_order_and_in_the_contents(edition: Edition, soups: Soups) -> None:
    catalogue = edition.graph.standards.catalogues[QUALITY]
    numbers = [clause.ref.number for clause in catalogue.clauses]
    headings = soups[PATH].select(".printed-clause h3")
    assert [heading.get_text().split()[0] for heading in headings] == numbers
    targets = [link["href"] for link in soups[PATH].select(".printed-contents a")]
    assert targets == [f"#{heading['id']}" for heading in headings]


def test_a_clause_shows_both_results_with_the_reason_of_every_record(soups: Soups) -> None:
    clause = soups[PATH].find(id="clause-7-1-5-1").find_parent("section")
    said = words(clause.get_text(" "))
    assert "Documented: documented" in said
    assert "Operated: operated" in said
    assert "Because of E-001." in said
    assert "Because of DOC-001." in said


def test_every_named_record_is_listed_once_with_its_files(soups: Soups) -> None:
    rows = soups[PATH].select(".printed-records tbody tr")
    ids = [row.th.a.get_text().split()[0] for row in rows]
    assert len(ids) == len(set(ids))
    assert {"POL-001", "DOC-001", "E-001"} <= set(ids)
    text = words(soups[PATH].select_one(".printed-records").get_text(" "))
    assert "balance-2026.pdf , 48.2 kB, " + "0123456789abcdef" * 4 in text


def test_it_says_that_nothing_claims_conformity_and_whose_it_is(soups: Soups) -> None:
    said = words(soups[PATH].select_one(".cover").get_text(" "))
    assert "for the auditor to judge" in said
    assert "c0ffee12" in said
    assert soups[PATH].select_one(".cite").get_text().startswith("ISO 9001:2015, whole, as of")


def test_without_standards_there_is_none_and_without_records_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert PATH not in rendered(empty_edition(), tmp_path / "a")
    html = rendered(small_edition(()), tmp_path / "b")[PATH]
    assert "No approved scope statement for this standard is in this edition." in html


def test_without_readiness_it_has_no_word_of_it(tmp_path: Path) -> None:
    html = rendered(silent_edition(), tmp_path)[PATH]
    assert "eadiness" not in html
    assert "blocker" not in html


def test_ten_thousand_exhibits_stay_below_six_megabytes(tmp_path: Path) -> None:
    edition = small_edition()
    exhibit = edition.graph.record("E-001")
    many = tuple(replace(exhibit, id=f"E-{number}") for number in range(2, 502))
    graph = replace(edition.graph, records=(*edition.graph.records, *many))
    whole = replace(edition, graph=graph, coverage=cover(graph, edition.as_of))
    page = next(framed(whole, printed_standard.pages(whole)))
    template = theme_environment([THEME]).get_template(page.template)
    html = template.render(view=page.view, site=site(whole), page=page)
    assert len(html) / 500 * 10_000 < 6_000_000
