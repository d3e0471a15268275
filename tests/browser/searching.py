"""What readers do on the search page, in Chromium."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from portal.search.reference_search import ReferenceSearch

RESULTS = """() => [...document.querySelectorAll(".found-entry .found-link")].map(
  (link) => link.getAttribute("href"))"""
ASK = """(query) => {
  const input = document.getElementById("search-input");
  input.value = query;
  input.dispatchEvent(new Event("input"));
}"""


def open_search(page: Page, portal: Path, address: str = "") -> None:
    page.goto((portal / "search.html").as_uri() + address)


def ask(page: Page, query: str) -> list[str]:
    """Let the page search for a query and return where its results lead: eight at once or all."""
    page.evaluate(ASK, query)
    return list(page.evaluate(RESULTS))


def told(page: Page) -> str:
    return page.locator("[data-count]").inner_text()


def fragment(page: Page) -> str:
    return page.url.partition("#")[2]


def reference(portal: Path) -> tuple[ReferenceSearch, list[str]]:
    """Return the same index for Python, and where each of its entries leads."""
    soup = BeautifulSoup((portal / "search.html").read_text("utf-8"), "html.parser")
    blocks: dict[str, Any] = {
        str(block["id"]): json.loads(str(block.string))
        for block in soup.select("script[type='application/json']")
    }
    entries = blocks["search-documents"]
    hrefs = [
        href or f"{id.lower().replace('.', '-')}.html"
        for id, href in zip(entries["id"], entries["href"], strict=True)
    ]
    return ReferenceSearch(blocks), hrefs


def wait_until(page: Page, condition: str) -> None:
    """Ask until something is so; the pages' policy forbids asking by a text that is run there."""
    for _ in range(400):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {condition}")
