"""Every page of the sample opens from a folder in Chromium: styled, silent, asking nobody."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.chromium import Watched, watched
from browser.sheets import SHEETS, are_expected

pytestmark = pytest.mark.browser

PARTS = 4
LOOK = """() => {
  const main = document.querySelector("main");
  const style = getComputedStyle(document.body);
  return {
    title: document.title,
    heading: document.querySelector("h1")?.textContent.trim(),
    sheets: SHEETS,
    font: style.fontFamily,
    margin: style.margin,
    loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
  };
}""".replace("SHEETS", SHEETS)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_opens_in_silence(part: int, portal: Path, browser: Browser) -> None:
    pages = sorted(portal.glob("*.html"))[part::PARTS]
    assert len(pages) > 200
    with watched(browser) as seen:
        for place in pages:
            seen.page.goto(place.as_uri())
            found = seen.page.evaluate(LOOK)
            assert found["title"] and found["heading"], place.name
            assert are_expected(found["sheets"]), (place.name, found["sheets"])
            assert found["margin"] == "0px", place.name
            assert "system-ui" in found["font"] or "sans-serif" in found["font"], place.name
            assert all(address.startswith("file:") for address in found["loaded"]), place.name

    assert seen.complaints == []


def test_the_watch_notices_what_it_is_for(tmp_path: Path, seen: Watched) -> None:
    """A page that does all of it is told, or the silence above would mean nothing."""
    page = tmp_path / "loud.html"
    page.write_text(
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"style-src 'none'\">"
        "<title>x</title><p style='color:red'>x<img src='http://host.invalid/x.png'>"
        "<link rel=stylesheet href=missing.css>"
        "<script>console.log('said'); alert('shown'); throw new Error('thrown')</script>",
        "utf-8",
    )
    seen.page.goto(page.as_uri())
    told = "\n".join(seen.complaints)

    for word in ("said", "shown", "thrown", "http://host.invalid/x.png", "style-src 'none'"):
        assert word in told
