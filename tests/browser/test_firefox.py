"""One page of every kind opens from a folder in Firefox too: styled, silent, asking nobody."""

from pathlib import Path

import pytest

from browser.marionette import Firefox
from browser.sheets import SHEETS, are_expected
from portal_whole.shown_pages import shown_pages

pytestmark = pytest.mark.browser

LOOK = """
const style = getComputedStyle(document.body);
return {
  title: document.title,
  margin: style.margin,
  sheets: SHEETS,
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
};
""".replace("SHEETS", SHEETS)
# scripts and pictures of the theme stand outside of what records say
INTRUDERS = "return document.querySelectorAll('main script, script[src], main img').length"
# what pages say, not what Firefox says about itself
COMPLAINTS = """
return Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError)
  .filter((message) => /^(file|http):/.test(message.sourceName) || message.category.includes("CSP"))
  .map((message) => `${message.sourceName}: ${message.errorMessage}`);
"""


def test_one_page_of_every_kind_opens_in_silence(portal: Path, quiet: Firefox) -> None:
    for place in shown_pages(portal):
        quiet.open(place.as_uri())
        found = quiet.run(LOOK)
        assert found["title"], place.name
        assert are_expected(found["sheets"]), (place.name, found["sheets"])
        assert found["margin"] == "0px", place.name
        assert not found["wide"], place.name
        assert all(address.startswith("file:") for address in found["loaded"]), place.name

    assert quiet.run_inside(COMPLAINTS) == []


def test_hostile_pages_do_nothing(hostile: Path, quiet: Firefox) -> None:
    """A dialog would make the next command fail."""
    for prefix in ("org", "doc", "e", "r", "car", "mr"):
        for number in ("003", "004"):
            quiet.open((hostile / f"{prefix}-{number}.html").as_uri())
            assert quiet.run(INTRUDERS) == 0

    assert quiet.run_inside(COMPLAINTS) == []


def test_the_console_is_really_read(tmp_path: Path, quiet: Firefox) -> None:
    page = tmp_path / "loud.html"
    page.write_text(
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">"
        "<title>x</title><img src='http://host.invalid/x.png'>"
        "<script>throw new Error('thrown')</script>",
        "utf-8",
    )
    quiet.open(page.as_uri())
    told = "\n".join(quiet.run_inside(COMPLAINTS))

    assert "thrown" in told
    assert "img-src" in told
