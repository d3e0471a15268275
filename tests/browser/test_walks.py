"""People find their way: without scripts, by keyboard alone, on any screen, to the very file."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import Watched, watched
from portal_whole.shown_pages import shown_pages

pytestmark = pytest.mark.browser

CLAUSE = "clause-iso-9001-2015-7-1-5-1.html"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FOCUSED = "decodeURI(document.activeElement?.getAttribute?.('href') ?? '')"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Watched]:
    """Lend a page with scripts off."""
    with watched(browser, java_script_enabled=False) as page:
        yield page


def here(page: Page) -> str:
    return unquote(urlsplit(page.url).path).rpartition("/")[2]


def results(page: Page, heading: str) -> list[str]:
    """Return where the records in one of the two results of a clause lead."""
    links = page.locator(f".result:has(h2:has-text('{heading}')) a.record")
    return [str(link.get_attribute("href")) for link in links.all()]


def test_without_scripts_from_the_start_to_a_file(portal: Path, plain: Watched) -> None:
    page = plain.page
    page.goto((portal / "index.html").as_uri())
    page.get_by_role("link", name="ISO 9001:2015").first.click()
    assert here(page) == "standard-iso-9001-2015.html"
    # the picture above the list leads there too
    page.locator(f".clause-list a[href='{CLAUSE}']").click()
    assert here(page) == CLAUSE
    page.locator(".result:has(h2:has-text('Operated')) a.record").first.click()
    assert re.fullmatch(r"e-[0-9]+\.html", here(page))
    row = page.locator(".files > li:has(a.file)").first
    digest, name = row.locator(".digest").inner_text(), row.locator("a.file").get_attribute("href")
    assert sha256((portal / str(name)).read_bytes()).hexdigest() == digest
    assert plain.complaints == []


def test_by_keyboard_from_the_start_to_an_exhibit_in_three_clicks(
    portal: Path, seen: Watched
) -> None:
    page = seen.page
    page.goto((portal / "index.html").as_uri())
    follow(page, "standard-iso-9001-2015.html")
    follow(page, CLAUSE)
    exhibit = results(page, "Operated")[0]
    follow(page, exhibit)

    assert here(page) == exhibit
    assert seen.complaints == []


def test_by_keyboard_from_a_clause_to_document_proof_and_person_in_one_click(
    portal: Path, page: Page
) -> None:
    page.goto((portal / CLAUSE).as_uri())
    people = page.locator("section:has(> h2:text-is('People')) a.record")
    person = str(people.first.get_attribute("href"))
    for wanted in (results(page, "Documented")[0], results(page, "Operated")[0], person):
        page.goto((portal / CLAUSE).as_uri())
        follow(page, wanted)
        assert here(page) == wanted


def test_by_keyboard_back_from_document_and_proof_to_the_clause(portal: Path, page: Page) -> None:
    page.goto((portal / CLAUSE).as_uri())
    for record in (results(page, "Documented")[0], results(page, "Operated")[0]):
        page.goto((portal / record).as_uri())
        follow(page, CLAUSE)


def test_the_first_key_offers_to_skip_to_the_content(portal: Path, page: Page) -> None:
    page.goto((portal / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "#main"
    assert page.locator("a.skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [390, 1280, 3840])
def test_no_page_is_wider_than_the_screen(width: int, portal: Path, browser: Browser) -> None:
    with watched(browser, viewport={"width": width, "height": 800}) as seen:
        wide = [place.name for place in shown_pages(portal) if is_wide(seen, place)]

    assert wide == []


def test_every_file_is_handed_out_byte_by_byte(portal: Path, seen: Watched) -> None:
    """What the browser saves is the file whose digest is printed beside the link."""
    page, kinds = seen.page, set()
    for place in sorted(portal.glob("e-*.html")):
        ending = re.search(r'class="file" href="files/[^"]*(\.[a-z]+)"', place.read_text("utf-8"))
        if ending is None or ending[1] in kinds:
            continue
        kinds.add(ending[1])
        page.goto(place.as_uri())
        row = page.locator(f".files > li:has(a.file[href$='{ending[1]}'])").first
        printed = row.locator(".digest").inner_text()
        # Alt and a click saves whatever the type, as "save link as" does
        with page.expect_download() as waiting:
            row.locator("a.file").click(modifiers=["Alt"])
        assert sha256(waiting.value.path().read_bytes()).hexdigest() == printed, place.name
        assert waiting.value.suggested_filename.endswith(ending[1])

    assert len(kinds) >= 5
    assert seen.complaints == []


def follow(page: Page, target: str) -> None:
    """Go from link to link with the tab key until the wanted one, then press Enter."""
    for _ in range(2000):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == target:
            break
    else:
        pytest.fail(f"the tab key never reaches {target} on {here(page)}")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def is_wide(seen: Watched, place: Path) -> bool:
    seen.page.goto(place.as_uri())
    return bool(seen.page.evaluate(TOO_WIDE))
