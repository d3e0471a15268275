"""Pages in a browser: readable on any width, in both themes, and on paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from portal.editions import small_edition
from portal.rendering import rendered

pytestmark = pytest.mark.browser

KINDS = [
    "index",
    "readiness",
    "readiness-step-3",
    "rule-rr-doc-04",
    "rules",
    "due",
    "p-001",
    "doc-001",
    "standard-iso-9001-2015",
    "clause-iso-9001-2015-7-1-5-1",
    "matrix",
    "matrix-iso-9001-2015",
    "matrix-iso-9001-2015-by-record",
    "evidence",
    "register-risk",
    "register-soa-entry",
    "e-001",
    "pol-001",
    "prc-001",
    "aud-001",
    "mr-001",
    "r-001",
    "exhibits",
    "people",
    "about",
]
WIDTHS = (320, 390, 1280, 3840)
LONG = "W" * 10_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-quic"],
        )
        yield running
        running.close()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portal with spaces and ü #1 100%")
    rendered(small_edition(), folder)
    return folder


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal in which every title is 10,000 letters without a space."""
    folder = tmp_path_factory.mktemp("endless")
    records = tuple(replace(record, title=LONG) for record in small_edition().graph.records)
    rendered(small_edition(records), folder)
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


def overflow(page: Page, address: str, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(page: Page, plain: Path, width: int) -> None:
    for kind in KINDS:
        assert overflow(page, (plain / f"{kind}.html").as_uri(), width) == 0, kind


@pytest.mark.parametrize("width", (320, 1280))
def test_endless_words_do_not_break_the_layout(page: Page, endless: Path, width: int) -> None:
    for kind in KINDS:
        assert overflow(page, (endless / f"{kind}.html").as_uri(), width) == 0, kind


def test_nothing_is_asked_of_a_network_and_nothing_is_refused(page: Page, plain: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for kind in KINDS:
        page.goto((plain / f"{kind}.html").as_uri())
    assert {url.partition(":")[0] for url in asked} == {"file"}
    assert said == []


def test_navigation_is_open_on_a_wide_screen_and_folded_on_a_narrow_one(
    page: Page, plain: Path
) -> None:
    address = (plain / "index.html").as_uri()
    matrix = page.locator("nav a[href='matrix.html']")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    assert matrix.is_visible()
    page.set_viewport_size({"width": 390, "height": 900})
    assert not matrix.is_visible()
    page.locator("details.navigation > summary").click()
    assert matrix.is_visible()


def test_unpack_first_is_read_only_where_styles_are_missing(page: Page, plain: Path) -> None:
    page.goto((plain / "index.html").as_uri())
    assert not page.locator(".unpack-first").is_visible()
    bare = plain / "bare.html"
    start = (plain / "index.html").read_text(encoding="utf-8")
    bare.write_text(start.replace("theme/style.css", "theme/missing.css"), encoding="utf-8")
    page.goto(bare.as_uri())
    assert page.locator(".unpack-first").is_visible()


def test_paper_has_no_navigation_and_shows_what_is_folded(page: Page, plain: Path) -> None:
    page.set_viewport_size({"width": 800, "height": 1000})
    page.goto((plain / "people.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator("nav").first.is_visible()
    assert page.locator(".owned a[href='doc-001.html']").first.is_visible()
    page.emulate_media(media="screen")


def test_words_on_badges_and_links_stand_out_in_both_themes(page: Page, plain: Path) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for kind in KINDS:
            page.goto((plain / f"{kind}.html").as_uri())
            assert page.evaluate(CONTRAST) == [], (scheme, kind)


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
    }
    return "white";
  };
  const weak = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!hasText || !element.checkVisibility()) continue;
    const [one, two] = [light(getComputedStyle(element).color), light(ground(element))];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < 4.5) weak.add(`${element.className || element.tagName} ${ratio.toFixed(2)}`);
  }
  return [...weak];
}"""
