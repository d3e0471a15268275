"""Pictures of the sample in both browsers: no words outside their drawing, wide ones scroll."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.chromium import watched
from browser.marionette import Firefox, firefox

pytestmark = pytest.mark.browser

LOOK = """
const out = [];
for (const svg of document.querySelectorAll("svg.drawing")) {
  const frame = svg.getBoundingClientRect();
  for (const text of svg.querySelectorAll("text")) {
    const place = text.getBoundingClientRect();
    if (place.left < frame.left - 1 || place.right > frame.right + 1) out.push(text.textContent);
  }
}
const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
return {out, wide, drawings: document.querySelectorAll("svg.drawing").length};
"""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.mark.parametrize("width", (320, 1280))
def test_words_stay_inside_their_drawing_in_chromium(
    width: int, portal: Path, browser: Browser
) -> None:
    with watched(browser, viewport={"width": width, "height": 900}) as seen:
        seen.page.goto((portal / "pictures.html").as_uri())
        found = seen.page.evaluate(f"() => {{ {LOOK} }}")
        assert found["drawings"] >= 20
        assert found["out"] == []
        assert not found["wide"]
        assert seen.complaints == []


def test_words_stay_inside_their_drawing_in_firefox(portal: Path, other: Firefox) -> None:
    other.open((portal / "pictures.html").as_uri())
    found = other.run(LOOK)
    assert found["drawings"] >= 20
    assert found["out"] == []
    assert not found["wide"]
