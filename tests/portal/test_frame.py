"""The frame of every page: the way down, the neighbours, what is on the page, how to cite it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.pages import pages
from certfolio.portal.register_order import register_order
from certfolio.records.record_types import RECORD_TYPES
from portal.editions import empty_edition, small_edition
from portal.rendering import rendered, words

Soups = Mapping[str, BeautifulSoup]


def way(soup: BeautifulSoup) -> list[str]:
    return [words(item.get_text()) for item in soup.select(".crumbs li")]


def test_every_page_says_where_it_stands_and_leads_back_to_the_start(soups: Soups) -> None:
    for path, soup in soups.items():
        crumbs = soup.select_one("nav.crumbs[aria-label] ol")
        assert crumbs is not None, path
        current = crumbs.select("[aria-current=page]")
        assert len(current) == 1 and current[0].find("a") is None, path
        if path != address.START:
            assert crumbs.select_one("a")["href"] == address.START, path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", ["Start"]),
        ("r-001.html", ["Start", "System", "Risks and opportunities", "R-001"]),
        ("e-001.html", ["Start", "Proof", "Evidence", "E-001"]),
        ("standard-iso-9001-2015.html", ["Start", "Standards", "ISO 9001:2015"]),
        (
            "clause-iso-9001-2015-7-1-4.html",
            ["Start", "Standards", "ISO 9001:2015", "7 Support", "7.1.4"],
        ),
    ],
)
def test_the_way_down_names_group_register_and_record(
    path: str, expected: list[str], soups: Soups
) -> None:
    assert way(soups[path]) == expected


def followed(soups: Soups, first: str, relation: str) -> list[str]:
    seen = [first]
    while link := soups[seen[-1]].select_one(f".neighbours a[rel={relation}]"):
        seen.append(str(link["href"]))
    return seen


def several(edition: Edition) -> Edition:
    """Return the edition with three records of every type but people."""
    more = tuple(
        replace(record, id=f"{record.id}{number}")
        for record in edition.graph.records
        for number in (3, 20)
        if record.id != "P-001"
    )
    return small_edition((*edition.graph.records, *more))


def test_every_record_of_a_register_is_reached_by_next_and_back_by_previous(
    edition: Edition, tmp_path: Path
) -> None:
    whole = several(edition)
    soups = {
        path: BeautifulSoup(html, "html.parser") for path, html in rendered(whole, tmp_path).items()
    }
    for row in RECORD_TYPES:
        order = [address.record(record.id) for record in register_order(whole, row)]
        assert followed(soups, order[0], "next") == order
        assert followed(soups, order[-1], "prev") == order[::-1]


def test_a_single_record_has_no_neighbours(soups: Soups) -> None:
    assert soups["r-001.html"].select(".neighbours, link[rel=next], link[rel=prev]") == []


def test_clauses_are_followed_in_the_order_of_their_standard(
    edition: Edition, soups: Soups
) -> None:
    for catalogue in edition.graph.standards.catalogues.values():
        order = [address.clause(clause.ref) for clause in catalogue.clauses]
        assert followed(soups, order[0], "next") == order


def test_every_page_is_cited_with_the_build_of_the_portal(soups: Soups) -> None:
    for path, soup in soups.items():
        (cite,) = soup.select(".cite")
        assert cite.get_text().endswith(", portal c0ffee12"), path
    assert soups["matrix.html"].select_one(".cite").get_text() == (
        "Matrix, as of 2026-10-05, portal c0ffee12"
    )
    assert soups["clause-iso-9001-2015-7-1-4.html"].select_one(".cite").get_text() == (
        "ISO 9001:2015, 7.1.4 Environment for the operation of processes, as of 2026-10-05,"
        " portal c0ffee12"
    )


def test_long_pages_say_what_is_on_them_and_short_ones_do_not(soups: Soups) -> None:
    for path, soup in soups.items():
        listed = [str(link["href"])[1:] for link in soup.select(".contents a")]
        assert len(listed) != 1 and len(listed) != 2, path
        assert all(soup.find(id=anchor) for anchor in listed), path
    assert soups["p-001.html"].select(".contents a")
    titles = [words(link.get_text()) for link in soups["e-001.html"].select(".contents a")]
    assert titles[:3] == ["Files", "Date and validity", "Acceptance"]


def test_paper_is_headed_by_id_version_classification_and_build(soups: Soups) -> None:
    head = words(soups["doc-001.html"].select_one(".banner-paper").get_text())
    assert head == "DOC-001 · version 2.1 · internal · portal c0ffee12"
    assert '--running-build:"portal c0ffee12"' in _style(soups["doc-001.html"])
    assert '--running-head:"DOC-001 · version 2.1 · internal"' in _style(soups["doc-001.html"])


def _style(soup: BeautifulSoup) -> str:
    style = soup.head.style
    assert isinstance(style, Tag)
    return str(style.string)


def test_a_title_cannot_leave_the_style_of_a_sheet(edition: Edition, tmp_path: Path) -> None:
    hostile = 'x"}</style><script>alert(1)</script>\\ @import "y'
    settings = replace(edition.graph.settings, title=hostile, organization="ORG-999")
    graph = replace(edition.graph, settings=settings, records=())
    html = rendered(replace(edition, graph=graph), tmp_path)["index.html"]
    soup = BeautifulSoup(html, "html.parser")
    assert len(soup.select("style")) == 1
    assert "alert(1)" not in "".join(script.string for script in soup.select("script"))
    assert "@import" not in _style(soup)


def test_an_edition_without_records_still_has_frames() -> None:
    assert all(page.frame for page in pages(empty_edition()))
