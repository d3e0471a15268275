"""Every page of the sample's portal is whole, safe and in order; looked at as a tree."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import html5lib
from bs4 import BeautifulSoup

from portal_whole.page_tree import Trees, one_of_each_kind

FORBIDDEN = "script, body style, base, object, embed, frame, applet, template, noscript, form"


def faulty(trees: Trees, selector: str) -> list[tuple[str, str]]:
    return [(page, str(tag)[:80]) for page, tree in trees.items() for tag in tree.select(selector)]


def test_the_policy_stands_first_in_every_head(trees: Trees) -> None:
    for page, tree in trees.items():
        first = tree.head.find(True)  # type: ignore[union-attr]
        assert first is not None, page
        assert first.get("http-equiv") == "Content-Security-Policy", page
        policy = dict(
            part.strip().split(" ", 1) for part in str(first["content"]).split(";") if part.strip()
        )
        assert policy["default-src"] == "'none'", page
        own = b64encode(sha256(tree.head.style.string.encode()).digest()).decode()  # type: ignore[union-attr]
        assert policy["style-src"] == f"'self' 'sha256-{own}'", page
        assert policy["base-uri"] == policy["form-action"] == "'none'", page


def test_no_page_holds_script_or_style(trees: Trees) -> None:
    assert faulty(trees, FORBIDDEN) == []
    assert faulty(trees, "[style]") == []
    handlers = [
        (page, name)
        for page, tree in trees.items()
        for tag in tree.find_all(True)
        for name in tag.attrs
        if name.lower().startswith("on")
    ]
    assert handlers == []


def test_a_frame_shows_a_pdf_of_the_portal_and_only_such_a_page_may_have_one(
    portal: Path, trees: Trees
) -> None:
    with_frames = 0
    for page, tree in trees.items():
        frames = tree.find_all("iframe")
        policy = str(tree.head.meta["content"])  # type: ignore[index,union-attr]
        assert ("frame-src 'self'" in policy) == bool(frames), page
        for frame in frames:
            (link,) = tree.find_all("a", target=frame["name"])
            assert (portal / str(link["href"])).read_bytes().startswith(b"%PDF-"), page
            assert frame.find_parent("details") is not None, page
            assert frame["title"] and "src" not in frame.attrs, page
        with_frames += bool(frames)

    assert with_frames > 5


def test_no_page_says_more_in_its_source_than_on_the_screen(portal: Path, trees: Trees) -> None:
    pages = [page for page in trees if "<!--" in (portal / page).read_text("utf-8")]

    assert pages == []
    assert faulty(trees, "[hidden]:not(button)") == []


def test_ids_are_unique_in_every_page(trees: Trees) -> None:
    twice = {page: repeated for page, tree in trees.items() if (repeated := _repeated(tree))}

    assert twice == {}


def test_labels_point_to_places_that_exist(trees: Trees) -> None:
    lost = [
        (page, name, id)
        for page, tree in trees.items()
        for name in ("aria-labelledby", "aria-describedby", "for", "headers")
        for tag in tree.find_all(attrs={name: True})
        for id in _words(tag[name])
        if tree.find(id=id) is None
    ]

    assert lost == []


def test_every_page_has_one_title_one_main_part_and_one_first_heading(trees: Trees) -> None:
    for page, tree in trees.items():
        assert tree.title is not None and tree.title.get_text(strip=True), page
        assert len(tree.find_all("title")) == 1, page
        assert len(tree.find_all("main")) == 1, page
        assert len(tree.find_all("h1")) == 1, page
        assert tree.html is not None and tree.html.get("lang"), page


def test_titles_of_pages_are_unique(trees: Trees) -> None:
    titles = Counter(tree.title.get_text() for tree in trees.values() if tree.title)

    assert [title for title, times in titles.items() if times > 1] == []


def test_headings_never_skip_a_level(trees: Trees) -> None:
    skipped = []
    for page, tree in trees.items():
        levels = [int(tag.name[1]) for tag in tree.find_all(re.compile("^h[1-6]$"))]
        if levels[0] != 1 or any(later > level + 1 for level, later in pairwise(levels)):
            skipped.append((page, levels))

    assert skipped == []


def test_every_link_says_where_it_leads(trees: Trees) -> None:
    silent = [
        (page, str(tag)[:80])
        for page, tree in trees.items()
        for tag in tree.find_all("a")
        if not tag.get_text(strip=True) and not tag.get("aria-label")
    ]

    assert silent == []


def test_one_page_of_each_kind_is_html_without_a_parse_error(portal: Path) -> None:
    """The parser is strict: it stops at the first thing that the HTML standard calls an error."""
    kinds = one_of_each_kind(portal)

    assert len(kinds) > 60
    for page in kinds.values():
        html5lib.HTMLParser(strict=True).parse(page.read_text("utf-8"))


def _repeated(tree: BeautifulSoup) -> list[str]:
    times = Counter(str(tag["id"]) for tag in tree.find_all(id=True))
    return [id for id, count in times.items() if count > 1]


def _words(value: object) -> list[str]:
    return value.split() if isinstance(value, str) else [str(part) for part in value]  # type: ignore[attr-defined]
