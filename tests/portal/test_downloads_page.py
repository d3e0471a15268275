"""The page of downloads names every export with what is in it."""

from collections.abc import Mapping

from bs4 import BeautifulSoup

from certfolio.exports.exports import exports
from certfolio.portal.assemble import export_content
from certfolio.portal.edition import Edition
from certfolio.portal.page_kinds.downloads import DownloadsView, pages
from portal.editions import silent_edition


def view_of(edition: Edition) -> DownloadsView:
    (page,) = pages(edition)
    assert isinstance(page.view, DownloadsView)
    return page.view


def test_every_export_stands_in_the_table_with_its_size(edition: Edition) -> None:
    made = exports(export_content(edition))
    assert {row.href: row.size for row in view_of(edition).rows} == {
        path: len(data) for path, data in made.items()
    }


def test_entries_are_counted(edition: Edition) -> None:
    made = exports(export_content(edition))
    for row in view_of(edition).rows:
        if row.name.endswith(".csv"):
            # no cell of these examples holds a line break
            assert made[row.href].count(b"\r\n") == row.rows + 1, row.name
        if row.name == "portal.json":
            assert row.rows == len(edition.graph.records)


def test_without_readiness_its_files_are_not_named() -> None:
    assert not [row for row in view_of(silent_edition()).rows if "readiness" in row.name]


def test_the_table_says_it_in_words(soups: Mapping[str, BeautifulSoup]) -> None:
    row = soups["downloads.html"].select_one("tbody tr")
    assert row is not None
    assert row.get_text(" ").startswith("portal.json Everything in this edition, for programs")
