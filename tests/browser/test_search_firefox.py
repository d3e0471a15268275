"""Firefox finds the same as Chromium and Python, in the same order, in silence."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.marionette import Firefox, firefox
from browser.searching import RESULTS, reference
from browser.test_firefox import COMPLAINTS

pytestmark = pytest.mark.browser

QUERIES = (
    "management review", "managment revew", "e-042", "8.1", "A.5.15", "doc17", "iso-9001",
    "Prüfung", "pruefung", "suppliers", "calibr", "acess contrl", "the", "<img onerror>", ".*", "",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


def asked(browser: Firefox, query: str) -> list[str]:
    script = f"""
        const input = document.getElementById("search-input");
        input.value = {json.dumps(query)};
        input.dispatchEvent(new Event("input"));
        return ({RESULTS})();
    """
    return list(browser.run(script))


def test_the_same_is_found_in_the_same_order(portal: Path, browser: Firefox) -> None:
    browser.run_inside("Services.console.reset(); return true;")
    python, hrefs = reference(portal)
    browser.open((portal / "search.html").as_uri())
    for query in QUERIES:
        expected = [hrefs[entry] for entry in python.search(query)]
        found = asked(browser, query)
        assert found == expected[: len(found)], query
        assert len(found) >= min(8, len(expected)), query
    assert browser.run_inside(COMPLAINTS) == []


def test_an_address_brings_query_and_filters(portal: Path, browser: Firefox) -> None:
    browser.open((portal / "search.html").as_uri() + "#q=supplier&type=Evidence")
    found = browser.run(f"return ({RESULTS})()")
    assert found
    assert all(href.startswith("e-") for href in found)
