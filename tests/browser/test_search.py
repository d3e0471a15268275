"""Readers find things in Chromium: typing, choosing, filtering, sending, going back."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import Watched, watched
from browser.searching import RESULTS, ask, fragment, open_search, reference, told, wait_until
from made import SHARED
from portal_whole.hostile_texts import all_texts

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.getAttribute('href') ?? document.activeElement.id"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Watched]:
    with watched(browser, java_script_enabled=False) as page:
        yield page


def test_typing_arrows_enter_and_back(portal: Path, seen: Watched) -> None:
    page = seen.page
    open_search(page, portal)
    assert page.evaluate(FOCUSED) == "search-input"
    page.keyboard.type("managment revew procedure")
    assert "results" in told(page)
    assert "Similar words are shown" in page.locator("[data-advice]").inner_text()
    first, second = page.evaluate(RESULTS)[:2]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == second
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(FOCUSED) == "search-input"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{first}")
    page.go_back()
    page.wait_for_url("**/search.html*")
    assert page.locator("#search-input").input_value() == "managment revew procedure"
    assert page.evaluate(RESULTS)[0] == first
    assert seen.complaints == []


def test_enter_opens_the_first_result(portal: Path, page: Page) -> None:
    open_search(page, portal)
    page.keyboard.type("e-042")
    page.keyboard.press("Enter")
    page.wait_for_url("**/e-042.html")


def test_escape_goes_back_to_the_query_and_then_clears_it(portal: Path, page: Page) -> None:
    open_search(page, portal)
    page.keyboard.type("calibration")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "search-input"
    page.keyboard.press("Escape")
    assert page.locator("#search-input").input_value() == ""
    assert page.locator("[data-hints]").is_visible()


def test_whoever_types_on_a_result_goes_on_with_the_query(portal: Path, page: Page) -> None:
    open_search(page, portal)
    page.keyboard.type("calibration")
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" plan")
    assert "plan" in page.locator("#search-input").input_value()


@pytest.mark.parametrize("name", ["doc-014.html", "matrix.html", "index.html"])
def test_a_slash_opens_the_search_from_any_page(name: str, portal: Path, seen: Watched) -> None:
    page = seen.page
    page.goto((portal / name).as_uri())
    page.keyboard.press("/")
    assert page.evaluate(FOCUSED) == "search-box"
    page.keyboard.type("access control?&#%")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html#*")
    wait_until(page, "document.querySelector('.found-entry')")
    assert page.locator("#search-input").input_value() == "access control?&#%"
    assert fragment(page) == "q=access+control%3F%26%23%25"
    assert seen.complaints == []


def test_an_id_typed_on_any_page_leads_straight_to_it_and_back(portal: Path, page: Page) -> None:
    page.goto((portal / "matrix.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("E-042")
    page.keyboard.press("Enter")
    page.wait_for_url("**/e-042.html")
    page.go_back()
    page.wait_for_url("**/matrix.html")


def test_filters_stand_in_the_address_and_can_be_sent_and_gone_back_from(
    portal: Path, seen: Watched, browser: Browser
) -> None:
    page = seen.page
    open_search(page, portal, "#q=supplier")
    everything = told(page)
    page.locator("label:has-text('Evidence')").first.click()
    wait_until(page, "location.hash.includes('type=Evidence')")
    fewer = told(page)
    assert fewer != everything
    amount = int(fewer.split(" ")[0])
    assert 8 < amount < 25
    # the first results are there at once, the others a moment later
    results = entries(page, amount)
    assert all(href.startswith("e-") for href in results)
    assert page.locator(".chip").inner_text().startswith("Type: Evidence")
    with watched(browser) as other:
        other.page.goto(page.url)
        assert told(other.page) == fewer
        assert entries(other.page, amount) == results
    page.go_back()
    wait_until(page, "!location.hash.includes('type=')")
    assert told(page) == everything
    page.go_forward()
    wait_until(page, "location.hash.includes('type=')")
    page.locator(".chip").click()
    assert told(page) == everything
    assert seen.complaints == []


def test_filters_alone_list_everything_of_a_kind(portal: Path, page: Page) -> None:
    open_search(page, portal, "#type=Policies")
    policies = sorted(path.name for path in portal.glob("pol-*.html"))
    assert page.evaluate(RESULTS) == policies
    open_search(page, portal, "?q=policy&type=Policies&status=no-such-status")
    assert set(page.evaluate(RESULTS)) <= set(policies)


def test_a_filter_counts_what_it_would_leave(portal: Path, page: Page) -> None:
    open_search(page, portal, "#q=review")
    for facet in page.locator(".facet").all()[:4]:
        line = facet.locator("label").first
        number = line.locator(".facet-count").inner_text()
        line.click()
        assert told(page).split(" ")[0] == number
        line.click()


def test_a_heading_leads_to_its_place(portal: Path, page: Page) -> None:
    page.goto((portal / "doc-014.html").as_uri())
    heading = page.locator(".prose h2").last
    name, anchor = heading.inner_text().lstrip("0123456789. "), heading.get_attribute("id")
    open_search(page, portal)
    ask(page, f"doc-014 {name}")
    link = page.locator(".found-entry").first.locator(".found-place a").first
    assert link.get_attribute("href") == f"doc-014.html#{anchor}"
    link.click()
    page.wait_for_url("**/doc-014.html#*")
    assert heading.is_visible()


def test_without_scripts_the_page_says_so_and_links_stand_in(portal: Path, plain: Watched) -> None:
    page = plain.page
    page.goto((portal / "doc-014.html").as_uri())
    assert not page.locator("#search-box").is_visible()
    page.locator("header").get_by_role("link", name="Search").click()
    assert page.get_by_text("The search needs scripts").is_visible()
    assert not page.locator("#search-input").is_visible()
    page.locator("main").get_by_role("link", name="Exhibits A–Z").click()
    assert page.url.endswith("exhibits.html")
    assert plain.complaints == []


@pytest.mark.shared_data
def test_queries_are_text_whatever_they_say(portal: Path, seen: Watched) -> None:
    """Hostile texts as queries and as addresses: no dialog, no request, no element, no error."""
    naughty = json.loads((SHARED / "data/naughty-strings/blns.json").read_text("utf-8"))
    hostile = [*all_texts(), *naughty, ".*", '"', "'", "\\", "<img src=x onerror=alert(1)>"]
    page = seen.page
    open_search(page, portal)
    before = page.evaluate("document.querySelectorAll('img, svg, iframe, script').length")
    page.evaluate(
        """(queries) => {
          const input = document.getElementById("search-input");
          for (const query of queries) {
            input.value = query;
            input.dispatchEvent(new Event("input"));
          }
        }""",
        hostile,
    )
    for query in random.Random(1).sample([text for text in hostile if text], 40):
        page.evaluate(
            "(q) => { location.hash = `q=${encodeURIComponent(q.slice(0, 5000))}&type=${q}`; }",
            query,
        )
    page.wait_for_timeout(100)
    assert page.evaluate("document.querySelectorAll('img, svg, iframe, script').length") == before
    assert seen.complaints == []


def test_a_pasted_book_is_cut_short(portal: Path, seen: Watched) -> None:
    page = seen.page
    open_search(page, portal)
    took = page.evaluate(
        """() => {
          const input = document.getElementById("search-input");
          input.value = "calibration ".repeat(10000);
          const begin = performance.now();
          input.dispatchEvent(new Event("input"));
          return performance.now() - begin;
        }"""
    )
    assert took < 5000
    assert "result" in told(page)
    wait_until(page, "location.hash.length > 1")
    assert len(page.url) < 2000
    assert seen.complaints == []


def test_the_script_finds_the_same_as_python_in_the_same_order(portal: Path, page: Page) -> None:
    python, hrefs = reference(portal)
    open_search(page, portal)
    for query in generated_queries(python):
        expected = [hrefs[entry] for entry in python.search(query)]
        found = ask(page, query)
        assert found == expected[: len(found)], query
        assert len(found) >= min(8, len(expected)), query


def generated_queries(python: object) -> Iterator[str]:
    """Yield words of the sample whole, begun, with slips, joined, and things that are no words."""
    chance = random.Random(20261005)
    terms = [term for term in python.terms if len(term) > 3]  # type: ignore[attr-defined]
    for _ in range(60):
        words = chance.sample(terms, chance.choice((1, 1, 2, 3)))
        kind = chance.randrange(4)
        if kind == 1:
            words[-1] = words[-1][: max(2, len(words[-1]) // 2)]
        if kind == 2:
            at = chance.randrange(1, len(words[0]))
            words[0] = words[0][: at - 1] + words[0][at:]
        if kind == 3:
            at = chance.randrange(1, len(words[0]))
            words[0] = words[0][: at - 1] + words[0][at] + words[0][at - 1] + words[0][at + 1 :]
        yield " ".join(words) + chance.choice(("", "", " "))
    yield from (
        "8.1",
        "8.10",
        "A.5",
        "E-42",
        "e 42",
        "doc17",
        "iso-9001",
        "Prüfung",
        "the",
        "s",
        "",
    )


def entries(page: Page, amount: int) -> list[str]:
    wait_until(page, f"document.querySelectorAll('.found-entry').length === {amount}")
    return list(page.evaluate(RESULTS))
