"""axe finds nothing to complain of, in light and dark, on wide and narrow screens, on any kind."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.checker import axe_violations
from browser.chromium import Watched, watched
from portal_whole.shown_pages import one_of_each_template, shown_pages

pytestmark = [pytest.mark.browser, pytest.mark.checker]

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
PARTS = 3


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(("colours", "screen"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing_on_every_kind_of_page(
    part: int, colours: str, screen: dict[str, int], portal: Path, browser: Browser
) -> None:
    pages = list(shown_pages(portal))[part::PARTS]
    assert len(pages) > 20

    assert found_by_axe(browser, pages, color_scheme=colours, viewport=screen) == []


@pytest.mark.parametrize(("colours", "screen"), [("dark", WIDE), ("light", NARROW)])
def test_axe_finds_nothing_on_a_page_of_each_template_the_other_way_round(
    colours: str, screen: dict[str, int], portal: Path, browser: Browser
) -> None:
    pages = list(one_of_each_template(portal).values())

    assert found_by_axe(browser, pages, color_scheme=colours, viewport=screen) == []


@pytest.mark.parametrize("screen", [WIDE, NARROW])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_what_the_auditor_gets(
    colours: str, screen: dict[str, int], auditors: Path, browser: Browser
) -> None:
    pages = list(one_of_each_template(auditors).values())
    assert len(pages) > 15

    assert found_by_axe(browser, pages, color_scheme=colours, viewport=screen) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_forced_colours_without_motion(
    colours: str, portal: Path, browser: Browser
) -> None:
    pages = list(one_of_each_template(portal).values())
    options = {"forced_colors": "active", "reduced_motion": "reduce", "color_scheme": colours}

    assert found_by_axe(browser, pages, viewport=WIDE, **options) == []


@pytest.mark.parametrize(("colours", "screen"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing_in_the_examples_of_components(
    colours: str, screen: dict[str, int], written_components: Path, browser: Browser
) -> None:
    pages = sorted(written_components.glob("*.html"))
    assert len(pages) > 20

    assert found_by_axe(browser, pages, color_scheme=colours, viewport=screen) == []


def test_axe_finds_what_it_is_for(tmp_path: Path, seen: Watched) -> None:
    """A page with faults is told, or the silence above would mean nothing."""
    page = tmp_path / "faulty.html"
    page.write_text(
        "<!doctype html><html lang=en><title>x</title><main><h1>x</h1><input>"
        "<p class=pale>pale</p></main><style>.pale { color: #bbb; background: #fff }</style>",
        "utf-8",
    )
    seen.page.goto(page.as_uri())
    rules = {violation.partition(":")[0] for violation in axe_violations(seen.page)}

    assert rules == {"color-contrast", "label"}


def found_by_axe(browser: Browser, pages: list[Path], **options: Any) -> list[str]:
    found = []
    with watched(browser, **options) as seen:
        for page in pages:
            seen.page.goto(page.as_uri())
            found += [f"{page.name}: {told}" for told in axe_violations(seen.page)]
    return found + seen.complaints
