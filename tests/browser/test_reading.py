"""Reading in a browser: previews from a folder, paper, the tour by keyboard, next to the end."""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from browser.chromium import Watched
from browser.marionette import Firefox, firefox

pytestmark = pytest.mark.browser

Printer = Callable[[str], list[str]]

PICTURE, TEXT, TABLE, DOCUMENT = "e-031.html", "e-052.html", "e-005.html", "e-001.html"
IS_SHOWN = """
const picture = document.querySelector(".preview-picture");
picture.scrollIntoView();
return picture.decode().then(() => picture.naturalWidth);
"""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


def test_pictures_texts_and_tables_are_seen_from_a_folder(portal: Path, seen: Watched) -> None:
    page = seen.page
    page.goto((portal / PICTURE).as_uri())
    page.locator(".preview-picture").scroll_into_view_if_needed()
    assert page.evaluate(f"(async () => {{{IS_SHOWN}}})()") == 860
    page.goto((portal / TEXT).as_uri())
    assert "BACKUP REPORT" in page.locator(".preview-text").inner_text()
    page.goto((portal / TABLE).as_uri())
    assert page.locator(".preview-table td").first.inner_text() == "Number"
    assert seen.complaints == []


def test_a_pdf_is_loaded_only_when_its_fold_is_opened(portal: Path, page: Page) -> None:
    page.goto((portal / DOCUMENT).as_uri())
    page.wait_for_timeout(500)
    assert not any(frame.url.endswith(".pdf") for frame in page.frames)
    with page.expect_request(lambda request: request.url.endswith(".pdf")):
        page.locator(".preview-document summary").click()


def test_a_pdf_is_loaded_without_script_too(portal: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((portal / DOCUMENT).as_uri())
    page.locator(".preview-document summary").click()
    with page.expect_request(lambda request: request.url.endswith(".pdf")):
        page.locator(".preview-document a[target]").click()
    page.close()


def test_firefox_shows_a_picture_and_a_pdf_from_a_folder(portal: Path, other: Firefox) -> None:
    other.open((portal / PICTURE).as_uri())
    assert other.run(IS_SHOWN) == 860
    other.open((portal / DOCUMENT).as_uri())
    assert other.run("return frames[0].length") == 0
    other.run("document.querySelector('.preview-document summary').click()")
    _wait(
        lambda: other.run_inside(
            "return gBrowser.selectedBrowser.browsingContext.children"
            ".some((child) => child.currentURI.spec.endsWith('.pdf'))"
        )
    )


def _wait(is_so: Callable[[], object]) -> None:
    for _ in range(100):
        if is_so():
            return
        time.sleep(0.1)
    pytest.fail("it did not happen within ten seconds")


@pytest.fixture(scope="module")
def paper(portal: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Printer:
    folder = tmp_path_factory.mktemp("paper")
    if shutil.which("pdftotext") is None:
        pytest.fail("pdftotext cannot be found; to install it: apt-get install poppler-utils")

    def printed(path: str) -> list[str]:
        """Print a page as a person does and return the text of every sheet."""
        page = browser.new_page()
        page.goto((portal / path).as_uri())
        page.pdf(path=folder / "page.pdf", prefer_css_page_size=True)
        page.close()
        text = subprocess.run(
            ["pdftotext", "-layout", folder / "page.pdf", "-"], capture_output=True, check=True
        )
        return text.stdout.decode().split("\f")[:-1]

    return printed


def test_every_sheet_is_headed_and_folds_are_open(paper: Printer) -> None:
    sheets = paper("pol-001.html")
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert "POL-001 · version 1.0 · public" in sheet.splitlines()[0]
        assert re.search(r"portal [0-9a-f]{12}", sheet.splitlines()[0])
        assert f"{number}/{len(sheets)}" in sheet.replace(" ", "")
    whole = "\n".join(sheets)
    assert "RR-LDR-01" in whole, "what is folded on the screen is on paper"
    assert "On this page" not in whole and "Previous" not in whole
    assert "1   What we are for" in whole or re.search(r"1\s+What we are for", whole)


def test_heads_of_tables_are_on_every_sheet_of_a_whole_standard(paper: Printer) -> None:
    sheets = paper("print-iso-9001-2015.html")
    assert "ISO 9001:2015, whole" in sheets[0].splitlines()[0]
    assert "To print it" not in sheets[0]
    with_digests = [s for s in sheets if len(re.findall(r"\b[0-9a-f]{40,64}\b", s)) > 3]
    assert len(with_digests) > 3
    assert all("Classification" in sheet for sheet in with_digests)


def test_the_tour_is_walked_by_keyboard(portal: Path, page: Page) -> None:
    page.goto((portal / "index.html").as_uri())
    page.locator("a.call").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tour.html")
    for number in range(1, 7):
        page.locator(f"#stop-{number}").locator("xpath=..").locator(".stop-ways a").last.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/tour.html#stop-{number + 1}")
        assert page.locator(f"#stop-{number + 1}").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.stop')?.querySelector('h2').id") == (
        "stop-7"
    )


def test_next_leads_from_the_first_exhibit_to_the_last(portal: Path) -> None:
    """Read without a browser: only the links matter."""
    register = BeautifulSoup((portal / "evidence.html").read_text("utf-8"), "html.parser")
    listed = {
        str(link["href"])
        for link in register.select("main th a.record[href^='e-'], main a[href^='e-']")
    }
    at, seen = "e-001.html", []
    while True:
        seen.append(at)
        tree = BeautifulSoup((portal / at).read_text("utf-8"), "html.parser")
        following = tree.select_one("a[rel=next]")
        if following is None:
            break
        at = str(following["href"])
    assert len(seen) == len(set(seen))
    assert set(seen) == listed
