"""Hostile Markdown stays inside its frame and does nothing there.

What Markdown makes of it may differ from what was written; which tags and addresses survive is
tested where prose is read. Here the page around it must be whole.
"""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from portal_whole.hostile_texts import all_texts, is_storable
from portal_whole.page_tree import found_by_rules, tree_of

ACTIVE = "script, style, iframe, object, embed, form, input, base, video, audio, math, svg, link"
_VARYING = (
    "section.own-text *, .contents, .contents *, .neighbours, .neighbours *"
    ", link[rel=prev], link[rel=next]"
)
COUNT = len(list(filter(is_storable, all_texts())))


@pytest.fixture(scope="module")
def pages(hostile_prose: Path) -> dict[str, BeautifulSoup]:
    """Return the documents with a hostile text, all otherwise alike."""
    places = sorted(hostile_prose.glob("doc-*.html"))
    assert len(places) == COUNT + 1
    return {place.name: tree_of(place) for place in places if place.name != "doc-001.html"}


def prose(tree: BeautifulSoup) -> Tag:
    found = tree.select_one("main article > section.own-text > div.prose")
    assert found is not None
    return found


def test_the_page_around_the_text_is_the_same_whatever_it_says(
    pages: dict[str, BeautifulSoup],
) -> None:
    frames = Counter(frame(tree) for tree in pages.values())

    assert len(frames) == 1


def test_nothing_in_the_text_runs_or_loads(pages: dict[str, BeautifulSoup]) -> None:
    for name, tree in pages.items():
        text = prose(tree)
        assert text.select(ACTIVE) == [], name
        for tag in text.find_all(True):
            assert not any(key.startswith("on") or key == "style" for key in tag.attrs), name
            for key in ("href", "src", "srcset", "poster", "action"):
                assert is_harmless(str(tag.get(key, "")), tag.name), (name, str(tag)[:200])


def test_ids_in_the_text_cannot_be_those_of_the_page(pages: dict[str, BeautifulSoup]) -> None:
    for name, tree in pages.items():
        inside = {str(tag["id"]) for tag in prose(tree).find_all(id=True)}
        assert all(re.match("(?:t-|fn|user-)", id) for id in inside), (name, inside)


def frame(tree: BeautifulSoup) -> tuple[str, ...]:
    """Return the elements of a page outside its own text, in their order."""
    inside = {id(tag) for tag in tree.select(_VARYING)}
    inside |= {id(tag) for part in found_by_rules(tree) for tag in (part, *part.find_all(True))}
    return tuple(tag.name for tag in tree.find_all(True) if id(tag) not in inside)


def is_harmless(address: str, tag: str) -> bool:
    if tag == "img":
        return not urlsplit(address).scheme and not address.startswith(("//", "\\", "/"))
    return not address or address.startswith(("https://", "http://", "mailto:", "#", "doc-"))
