"""Reads finished pages as trees, and says what sort of page each is."""

import re
from collections.abc import Mapping
from pathlib import Path

from bs4 import BeautifulSoup, Tag

Trees = Mapping[str, BeautifulSoup]


def tree_of(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def trees_of(portal: Path) -> Trees:
    """Return every page of a portal by its path in it."""
    pages = sorted(portal.rglob("*.html"))
    return {page.relative_to(portal).as_posix(): tree_of(page) for page in pages}


def one_of_each_kind(portal: Path) -> dict[str, Path]:
    """Return the largest page of every kind: registers and joined pages each, records by type."""
    chosen: dict[str, Path] = {}
    for page in sorted(portal.glob("*.html")):
        kind = kind_of(page.name)
        if kind not in chosen or chosen[kind].stat().st_size < page.stat().st_size:
            chosen[kind] = page
    return chosen


def kind_of(name: str) -> str:
    """Return what pages of a sort have in common in their names: `clause-iso-`, `doc-`."""
    by_record = "by-record" if name.endswith("-by-record.html") else ""
    return re.sub(r"[0-9].*", "", name.removesuffix(".html")) + by_record


def found_by_rules(tree: Tag) -> list[Tag]:
    """Return what the rules find on a page: it differs from record to record, whatever they say."""
    links = tree.select("dd > a[href='#readiness']")
    facts = [fact for link in links if (fact := link.find_parent("div")) is not None]
    return [*tree.select("#readiness, #owed"), *facts]
