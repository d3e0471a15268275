"""Hostile texts do nothing in Chromium: no dialog, no request, no markup, the same text."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import watched
from certfolio.records.record_types import BY_NAME
from portal_whole.hostile_content import Registers, hostile_registers, saying_all, texts_in
from portal_whole.hostile_texts import RIGHT_TO_LEFT, all_texts, is_storable
from portal_whole.page_tree import one_of_each_kind

pytestmark = pytest.mark.browser

TEXTS = """() => {
  const leaves = [...document.querySelectorAll("main *")].filter((e) => !e.childElementCount);
  return [...new Set(leaves.map((leaf) => leaf.textContent))];
}"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# scripts and pictures of the theme stand outside of what records say
INTRUDERS = "document.querySelectorAll('main script, script[src], main img').length"


@pytest.fixture(scope="module")
def registers() -> Registers:
    return hostile_registers(filter(is_storable, all_texts()))


def test_every_text_in_every_field_stays_a_text(
    hostile: Path, registers: Registers, browser: Browser
) -> None:
    """The pages that hold all texts in each of their fields, one type of record after another."""
    with watched(browser) as seen:
        for name, written in registers.items():
            for keys in saying_all(written):
                assert lost(seen.page, hostile, name, keys) == [], keys["id"]

    assert seen.complaints == []


def test_pages_that_join_records_are_inert_too(hostile: Path, browser: Browser) -> None:
    joined = [place for kind, place in one_of_each_kind(hostile).items() if is_joined(kind)]
    assert len(joined) > 30
    with watched(browser) as seen:
        for place in joined:
            seen.page.goto(place.as_uri())
            assert seen.page.evaluate(INTRUDERS) == 0

    assert seen.complaints == []


def test_what_is_left_of_hostile_markdown_is_inert(hostile_prose: Path, browser: Browser) -> None:
    places = [place for place in hostile_prose.glob("doc-*.html") if keeps_markup(place)]
    assert len(places) > 3
    with watched(browser) as seen:
        for place in sorted(places):
            seen.page.goto(place.as_uri())

    assert seen.complaints == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_word_without_end_does_not_break_the_page(
    width: int, hostile: Path, registers: Registers, browser: Browser
) -> None:
    with watched(browser, viewport={"width": width, "height": 800}) as seen:
        wide = [
            written[1]["id"]
            for written in registers.values()
            if is_wide(seen.page, hostile / f"{written[1]['id'].lower()}.html")
        ]
        # and where many such titles stand together
        wide += [
            name
            for name in ("index", "evidence", "people", "register-risk", "matrix")
            if is_wide(seen.page, hostile / f"{name}.html")
        ]

    assert wide == []


def test_right_to_left_titles_leave_the_id_where_it_is(
    hostile: Path, registers: Registers, browser: Browser
) -> None:
    ids = [
        keys["id"]
        for written in registers.values()
        for keys in written
        if keys["title"] in RIGHT_TO_LEFT
    ]
    assert ids
    with watched(browser) as seen:
        for id in ids:
            seen.page.goto((hostile / f"{id.lower()}.html").as_uri())
            number = seen.page.locator("h1 .id").bounding_box()
            title = seen.page.locator("h1 bdi").bounding_box()
            assert number is not None and title is not None
            assert number["x"] + number["width"] <= title["x"], id


def lost(page: Page, portal: Path, name: str, keys: Mapping[str, Any]) -> list[str]:
    page.goto((portal / f"{keys['id'].lower()}.html").as_uri())
    shown = set(page.evaluate(TEXTS))
    return [text for text in texts_in(keys, BY_NAME[name]) if text not in shown]


def keeps_markup(place: Path) -> bool:
    """Tell whether more is left of a text than the paragraph, quote and table it stands in."""
    prose = place.read_text("utf-8").partition('<div class="prose"')[2].partition("</section>")[0]
    return re.search("<(?:a|div|span|img|u|i|code|h[1-6])[ >]", prose) is not None


def is_joined(kind: str) -> bool:
    prefixes = {row.prefix.lower() for row in BY_NAME.values()}
    return kind.partition("-")[0] not in prefixes


def is_wide(page: Page, place: Path) -> bool:
    page.goto(place.as_uri())
    return bool(page.evaluate(TOO_WIDE))
