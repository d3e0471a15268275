"""The same pages by plain http from a name that is not localhost: styled, silent, at home."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.chromium import watched
from browser.marionette import Firefox
from browser.test_every_page import LOOK
from browser.test_firefox import COMPLAINTS
from browser.test_firefox import LOOK as FIREFOX_LOOK
from portal_whole.shown_pages import shown_pages

pytestmark = pytest.mark.browser


def test_in_chromium_every_kind_of_page_opens_in_silence(
    portal: Path, address: str, browser: Browser
) -> None:
    with watched(browser, home=f"{address}/") as seen:
        for place in shown_pages(portal):
            seen.page.goto(f"{address}/{place.name}")
            found = seen.page.evaluate(LOOK)
            assert found["heading"] and found["margin"] == "0px", place.name
            assert all(loaded.startswith(address) for loaded in found["loaded"]), place.name
        assert seen.page.evaluate("isSecureContext") is False

    assert seen.complaints == []


def test_in_firefox_every_kind_of_page_opens_in_silence(
    portal: Path, address: str, quiet: Firefox
) -> None:
    for place in shown_pages(portal):
        quiet.open(f"{address}/{place.name}")
        found = quiet.run(FIREFOX_LOOK)
        assert found["title"] and found["margin"] == "0px", place.name
        assert all(loaded.startswith(address) for loaded in found["loaded"]), place.name

    assert quiet.run("return isSecureContext") is False
    assert quiet.run_inside(COMPLAINTS) == []
