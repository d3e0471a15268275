"""All pages together: complete, found, safe, in order."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag
from html5lib import HTMLParser

from certfolio.model.classification import Classification
from certfolio.portal import address, page_kinds
from certfolio.portal.collisions import collisions
from certfolio.portal.edition import Edition
from certfolio.portal.pages import PAGES, pages
from certfolio.records.record_types import RECORD_TYPES
from portal.editions import bare_edition, empty_edition, small_edition
from portal.rendering import STYLES, rendered

Soups = Mapping[str, BeautifulSoup]
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " script-src {scripts}; base-uri 'none'; form-action 'none'"
)


def digest(element: Tag) -> str:
    """Return how a content policy names the text of an element."""
    return f"'sha256-{b64encode(sha256(str(element.string).encode()).digest()).decode()}'"


def test_every_page_kind_is_a_module_a_row_and_a_template(theme: Path) -> None:
    folder = Path(page_kinds.__path__[0])
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    templates = {path.stem for path in (theme / "templates").glob("*.html")} - {"base"}
    assert modules == {kind.__module__.rpartition(".")[2] for kind in PAGES}
    assert modules == templates


def test_every_page_uses_the_template_of_its_kind(edition: Edition) -> None:
    for kind in PAGES:
        template = f"{kind.__module__.rpartition('.')[2]}.html"
        assert {page.template for page in kind(edition)} <= {template}


@pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)
def test_every_type_has_a_register_that_leads_to_the_page_of_every_record(
    row: object, edition: Edition, soups: Soups
) -> None:
    records = edition.graph.all(row.record)  # type: ignore[attr-defined]
    register = soups[address.register(row.name)]  # type: ignore[attr-defined]
    linked = {a["href"] for a in register.select("main a")}
    assert records
    for record in records:
        assert address.record(record.id) in linked
        assert soups[address.record(record.id)].h1.get_text() == f"{record.id} {record.title}"


def test_every_clause_has_a_page(edition: Edition, soups: Soups) -> None:
    for catalogue in edition.graph.standards.catalogues.values():
        for clause in catalogue.clauses:
            heading = soups[address.clause(clause.ref)].h1.get_text()
            assert heading == f"{clause.ref.number} {clause.title}"


def test_no_two_pages_have_one_path(edition: Edition) -> None:
    assert collisions(pages(edition)) == []


def test_every_link_leads_to_a_page_a_file_or_a_place_on_the_page(
    edition: Edition, soups: Soups
) -> None:
    others = {file.path for file in edition.files.values()} | STYLES | {"theme/icon.svg"}
    others |= {href for href, _ in (*address.DOWNLOADS, *address.READINESS_DOWNLOADS)}
    for path, soup in soups.items():
        for element in soup.select("[href]"):
            target, _, fragment = str(element["href"]).partition("#")
            assert target in others or (target or path) in soups, f"{path}: {element}"
            if fragment:
                place = soups[target or path].find(id=unquote(fragment))
                assert place is not None, f"{path}: {element}"


def test_pages_hold_no_style_and_nothing_from_outside(soups: Soups) -> None:
    for path, soup in soups.items():
        assert not soup.select("body style, iframe, object, base"), path
        assert not soup.select("script[src], main script, form[action], form[method]"), path
        assert not soup.select("[style], [onclick], [onload]"), path
        assert not [e for e in soup.select("[src], [href]") if "://" in str(e)], path


def test_the_content_policy_comes_first_and_the_encoding_soon_enough(
    portal: Mapping[str, str], soups: Soups
) -> None:
    for path, soup in soups.items():
        first = soup.head.find(True)
        assert first["http-equiv"] == "Content-Security-Policy", path
        policy = POLICY.replace("'self';", f"'self' {digest(soup.style)};", 1)
        scripts = [script for script in soup.select("script") if script.get("type") is None]
        assert first["content"] == policy.format(scripts=" ".join(map(digest, scripts))), path
        assert b'<meta charset="utf-8">' in portal[path].encode()[:1024]


def test_every_page_has_the_search_box_or_is_the_search(soups: Soups) -> None:
    for path, soup in soups.items():
        box = soup.select_one("header form[role=search]")
        assert (box is None) == (path == address.SEARCH), path
        assert box is None or box.has_attr("hidden"), path
        links = [link["href"] for link in soup.select("header [data-search-links] a")]
        assert links == [address.SEARCH, address.EXHIBITS], path


def test_every_page_has_one_title_and_headings_that_skip_no_level(soups: Soups) -> None:
    for path, soup in soups.items():
        levels = [int(heading.name[1]) for heading in soup.select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert len(soup.select("main")) == 1


def test_every_page_is_valid_as_a_strict_parser_reads_it(portal: Mapping[str, str]) -> None:
    for path, html in portal.items():
        parser = HTMLParser(namespaceHTMLElements=False)
        parser.parse(html)
        assert parser.errors == [], path


def test_no_id_is_used_twice_on_a_page(soups: Soups) -> None:
    for path, soup in soups.items():
        ids = [element["id"] for element in soup.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_every_wide_table_can_be_scrolled_by_keyboard_and_has_a_name(soups: Soups) -> None:
    for path, soup in soups.items():
        for table in soup.select("main table"):
            region = table.find_parent(attrs={"role": "region"})
            assert region is not None, path
            assert region["tabindex"] == "0"
            assert region["aria-label"]


def test_navigation_marks_where_the_reader_is(soups: Soups) -> None:
    for path in ("index.html", "matrix.html", "evidence.html", "register-risk.html"):
        current = soups[path].select(".navigation [aria-current=page]")
        assert [link["href"] for link in current] == [path]


def test_every_page_says_for_whom_and_as_of_when(soups: Soups) -> None:
    for soup in soups.values():
        banner = soup.select_one("header").get_text(" ", strip=True)
        assert "For: auditor" in banner
        assert "As of 5 October 2026" in banner
        assert "For the audit" in banner


def test_a_portal_without_records_and_standards_is_complete(tmp_path: Path) -> None:
    html = rendered(empty_edition(), tmp_path)
    assert "No standard is declared yet." in html["index.html"]
    assert "There is no clause to show" not in html["matrix.html"]
    assert "so there is no clause to show." in html["matrix.html"]
    assert "No evidence is in this edition yet." in html["evidence.html"]
    assert "There is no record in this edition." in html["exhibits.html"]
    assert "There is nobody in this edition." in html["people.html"]
    for row in RECORD_TYPES:
        register = html[address.register(row.name)]
        assert re.search(
            r"No (record of this kind|control|evidence) is( decided on)? in this edition yet\.",
            register,
        )


def test_records_that_hold_only_what_they_must_have_whole_pages(tmp_path: Path) -> None:
    html = rendered(bare_edition(), tmp_path)
    page = " ".join(BeautifulSoup(html["e-001.html"], "html.parser").main.get_text(" ").split())
    assert "No file is handed over with this exhibit." in page
    assert "Clauses it serves" not in html["r-001.html"]
    assert "No approval is recorded." in html["doc-001.html"]


def test_a_standard_without_records_shows_every_clause(tmp_path: Path) -> None:
    html = rendered(small_edition(()), tmp_path)
    assert (
        "No record in this edition supports a clause" in html["matrix-iso-9001-2015-by-record.html"]
    )
    assert 'badge-bad">gap</span>' in html["matrix.html"]


def test_text_of_records_is_escaped_and_kept_from_reordering_its_neighbours(
    edition: Edition, tmp_path: Path
) -> None:
    hostile = '<script>alert(1)</script> {{ 7*7 }} "quoted" אבג'
    records = tuple(
        replace(record, title=hostile, classification=Classification.PUBLIC)
        for record in edition.graph.records
    )
    html = rendered(small_edition(records), tmp_path)
    soup = BeautifulSoup(html["e-001.html"], "html.parser")
    assert not soup.select("main script")
    assert soup.select_one("h1 bdi").get_text() == hostile
    assert all("alert(1)" in link.bdi.get_text() for link in soup.select("a.record"))
