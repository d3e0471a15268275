"""Tables are tools in Firefox too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.marionette import Firefox, firefox

pytestmark = pytest.mark.browser

IDS = """
return [...document.querySelectorAll(".tool-table tbody tr:not(.heading-row) > th")]
  .map((cell) => cell.textContent.trim().split(/\\s/)[0]);
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


def test_sorting_facets_and_text_find_their_way_into_the_address(
    portal: Path, browser: Firefox
) -> None:
    browser.open((portal / "register-soa-entry.html").as_uri())
    everything = browser.run(IDS)
    browser.run("document.querySelector('[data-facet=family][value=\"A.5\"]').click()")
    few = browser.run(IDS)
    assert [number for number in everything if number.startswith("A.5.")] == few
    browser.run("document.querySelector('.tool-table thead button').click()")
    browser.run("document.querySelector('.tool-table thead button').click()")
    assert browser.run(IDS) == few[::-1]
    view = browser.run("return location.hash")
    assert view == "#?family=A.5&sort=-control"
    browser.open("about:blank")
    browser.open((portal / "register-soa-entry.html").as_uri() + view)
    assert browser.run(IDS) == few[::-1]


def test_groups_switch_and_saved_table(portal: Path, browser: Firefox) -> None:
    browser.open((portal / "matrix-iso-9001-2015.html").as_uri())
    clauses = browser.run(IDS)
    browser.run("document.querySelector('[data-only]').click()")
    assert 0 < len(browser.run(IDS)) < len(clauses)
    browser.run(
        "document.querySelector('.tools-clear').click();"
        "const group = document.querySelector('.tools-group');"
        "group.value = 'state'; group.dispatchEvent(new Event('input', {bubbles: true}));"
    )
    assert sorted(browser.run(IDS)) == sorted(clauses)
    copied = browser.run(
        "let text; const set = DataTransfer.prototype.setData;"
        "DataTransfer.prototype.setData = function (type, copied) {"
        " text = copied; return set.call(this, type, copied); };"
        "document.querySelector('.tools-copy').click();"
        "return text ?? null;"
    )
    # without a hand on the mouse Firefox may refuse the clipboard, and then nothing is claimed
    told = browser.run("return document.querySelector('.tools-count').textContent")
    assert (copied is None) or told.startswith("copied")
