"""Readers who see, read or allow less lose nothing: zoom, forced colours, no motion, no script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.chromium import watched
from browser.marionette import Firefox
from portal_whole.shown_pages import one_of_each_template, shown_pages

pytestmark = pytest.mark.browser

TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# what a reader sees and could press; a fold opens without a script
CONTROLS = """[...document.querySelectorAll("button, input, select, textarea, [role=button]")]
  .filter((control) => control.checkVisibility({ visibilityProperty: true }))
  .map((control) => control.outerHTML)"""
# the line about unpacking is for pages without their styles
UNSEEN = """() => {
  const leaves = [...document.querySelectorAll("main *")].filter((leaf) =>
    !leaf.childElementCount && leaf.textContent.trim()
    && !leaf.closest("[hidden], script, svg, .unpack-first"));
  const unseen = leaves.filter((leaf) => !leaf.checkVisibility());
  for (const fold of document.querySelectorAll("main details")) fold.open = true;
  return unseen.filter((leaf) => !leaf.checkVisibility()).map((leaf) => leaf.outerHTML);
}"""
MOVING = """[...document.querySelectorAll("*")]
  .filter((element) => {
    const style = getComputedStyle(element);
    return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
      || style.scrollBehavior === "smooth";
  })
  .map((element) => element.outerHTML.slice(0, 80))"""
ZOOMED_TEXT = """
const window_ = Services.wm.getMostRecentWindow("navigator:browser");
window_.gBrowser.selectedBrowser.textZoom = 2;
return window_.gBrowser.selectedBrowser.textZoom;
"""


@pytest.mark.parametrize(
    ("width", "factor"), [(320, 1), (640, 2), (320, 4)], ids=["320 px", "200 %", "400 %"]
)
def test_zoomed_in_no_page_scrolls_sideways(
    width: int, factor: int, portal: Path, browser: Browser
) -> None:
    """A window of 1280 pixels, zoomed to 400 %, is as wide as 320."""
    wide = []
    screen = {"width": width, "height": 1024 // factor}
    with watched(browser, viewport=screen, device_scale_factor=factor) as seen:
        for place in shown_pages(portal):
            seen.page.goto(place.as_uri())
            if seen.page.evaluate(TOO_WIDE):
                wide.append(place.name)

    assert wide == []


def test_with_text_twice_as_large_no_page_scrolls_sideways(portal: Path, quiet: Firefox) -> None:
    """Firefox enlarges the text alone, which moves more than zooming does."""
    wide = []
    for place in one_of_each_template(portal).values():
        quiet.open(place.as_uri())
        assert quiet.run_inside(ZOOMED_TEXT) == 2
        if quiet.run(f"return {TOO_WIDE}"):
            wide.append(place.name)

    assert wide == []


def test_without_script_no_page_shows_a_control_that_does_nothing(
    portal: Path, browser: Browser
) -> None:
    with watched(browser, java_script_enabled=False) as seen:
        for place in shown_pages(portal):
            seen.page.goto(place.as_uri())
            assert seen.page.evaluate(CONTROLS) == [], place.name

    assert seen.complaints == []


def test_without_script_every_word_of_a_page_can_be_reached(portal: Path, browser: Browser) -> None:
    """What is not marked as hidden is seen, at the latest when its fold is opened."""
    with watched(browser, java_script_enabled=False) as seen:
        for place in one_of_each_template(portal).values():
            seen.page.goto(place.as_uri())
            assert seen.page.evaluate(UNSEEN) == [], place.name


def test_who_wants_no_motion_gets_none(portal: Path, browser: Browser) -> None:
    with watched(browser, reduced_motion="reduce") as seen:
        for place in one_of_each_template(portal).values():
            seen.page.goto(place.as_uri())
            assert seen.page.evaluate(MOVING) == [], place.name


def test_in_forced_colours_gaps_and_focus_are_seen(portal: Path, browser: Browser) -> None:
    """The system's colours take away grounds and shadows; borders and outlines stay."""
    with watched(browser, forced_colors="active") as seen:
        seen.page.goto((portal / "matrix.html").as_uri())
        gap = seen.page.locator(".gap-row > :first-child").first
        assert gap.evaluate("(cell) => getComputedStyle(cell).borderInlineStartStyle") == "solid"
        badge = seen.page.locator(".badge").first
        assert badge.evaluate("(it) => parseFloat(getComputedStyle(it).borderWidth)") >= 1
        seen.page.keyboard.press("Tab")
        width = "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
        assert seen.page.evaluate(width) >= 2
