"""Every page of the sample's portal is whole, safe and in order; looked at as a tree."""

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import html5lib
from bs4 import BeautifulSoup

from portal_whole.page_tree import Trees

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts"
FORBIDDEN = "body style, base, object, embed, frame, applet, noscript"
# what a script reveals: controls without which a page is as complete
REVEALED = "form[data-search-box], .tools, .pager, [data-search-page], .self-check, button"


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


def test_no_page_holds_styles_handlers_or_forms_that_go_anywhere(trees: Trees) -> None:
    assert faulty(trees, FORBIDDEN) == []
    assert faulty(trees, "[style], form[action], form:not([role=search]), [formaction]") == []
    handlers = [
        (page, name)
        for page, tree in trees.items()
        for tag in tree.find_all(True)
        for name in tag.attrs
        if name.lower().startswith("on")
    ]
    assert handlers == []


def test_only_our_own_scripts_run_and_the_policy_names_each_of_them(trees: Trees) -> None:
    ours = {path.read_text("utf-8"): path.name for path in SCRIPTS.glob("*.js")}
    for page, tree in trees.items():
        running = tree.find_all("script", type=None)
        assert {str(script.string) for script in running} <= ours.keys(), page
        names = {ours[str(script.string)] for script in running}
        assert "page.js" in names and len(names) <= 2, (page, names)
        others = tree.select("script[type]")
        assert all(script.attrs.keys() == {"type", "id"} for script in others), page
        assert all(script["type"] == "application/json" for script in others), page
        digests = {
            f"'sha256-{b64encode(sha256(str(script.string).encode()).digest()).decode()}'"
            for script in running
        }
        policy = str(tree.head.meta["content"])  # type: ignore[index,union-attr]
        allowed = re.findall(r"script-src ([^;]*)", policy)
        assert [set(sources.split()) for sources in allowed] == [digests], page


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
    hidden = [
        (page, str(tag)[:80])
        for page, tree in trees.items()
        for tag in tree.select(f"[hidden]:not(:is({REVEALED}, :is({REVEALED}) *))")
    ]
    assert hidden == []


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
        assert len(tree.select("head title")) == 1, page
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
        # the form of a result, which the script of the search fills
        if tag.find_parent("template") is None
    ]

    assert silent == []


def test_every_page_is_html_without_a_parse_error(portal: Path, trees: Trees) -> None:
    """The parser is strict: it stops at the first thing that the HTML standard calls an error."""
    for page in trees:
        html5lib.HTMLParser(strict=True).parse((portal / page).read_text("utf-8"))


def _repeated(tree: BeautifulSoup) -> list[str]:
    times = Counter(str(tag["id"]) for tag in tree.find_all(id=True))
    return [id for id, count in times.items() if count > 1]


def _words(value: object) -> list[str]:
    return value.split() if isinstance(value, str) else [str(part) for part in value]  # type: ignore[attr-defined]
