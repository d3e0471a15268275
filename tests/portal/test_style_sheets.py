"""A page carries the styles that it uses, and the page of a record little more."""

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup

from certfolio.host.static_file import STYLE_SHEET, style_sheets
from portal.rendering import THEME

CLASS = re.compile(r"\.(-?[a-z][\w-]*)")
SHEETS = style_sheets([THEME])
SHARED = set(CLASS.findall(SHEETS[STYLE_SHEET]))


@pytest.mark.parametrize("name", ["tables.css", "pictures.css", "search.css"])
def test_a_page_that_uses_a_class_names_the_sheet_that_styles_it(
    soups: Mapping[str, BeautifulSoup], name: str
) -> None:
    classes = set(CLASS.findall(SHEETS[name])) - SHARED
    used = {
        path: classes & {each for element in page.select("[class]") for each in element["class"]}
        for path, page in soups.items()
    }
    assert any(used.values())
    for path, page in soups.items():
        named = page.select_one(f'link[rel=stylesheet][href="theme/{name}"]')
        assert named or not used[path], (path, used[path])


def test_the_sheet_of_all_pages_leaves_room_for_the_record() -> None:
    """60 kB for a page in all, of which most is for what the record says."""
    assert len(SHEETS[STYLE_SHEET].encode()) < 28_000
