"""No word of ours is hard-coded: each is a message, and each message is listed for translators."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from bs4.element import Tag
from jinja2 import Environment, nodes

from certfolio.host.render import render
from certfolio.pipeline import Workspace
from certfolio.portal.edition import Edition
from certfolio.portal.pages import pages
from certfolio.portal.site import site
from certfolio.tasks.messages import messages
from portal.editions import bare_edition, empty_edition, silent_edition, small_edition
from portal.marked_language import marking_language, unmarked
from portal.rendering import THEME

PROJECT = THEME.parent
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
SPOKEN = ("title", "aria-label", "alt", "placeholder", "data-label", "data-copied")
# names, which are the same in every language
NAMES = {"SHA-256", "VERIFY.txt", "manifest-sha256.txt", "certfolio", "PDF", "ISO", "MD"}
# a record's own words, and what is no word: ids, paths, digests, commands, dates and sizes
NOT_OURS = "bdi, [dir=auto], .id, .path, .digest, code, time, script, style, head, .crumbs, footer"


@pytest.mark.parametrize(
    "make", [small_edition, bare_edition, silent_edition, empty_edition], ids=lambda f: f.__name__
)
def test_every_word_of_every_page_is_a_message_that_translators_get(
    make: type[Edition], tmp_path: Path
) -> None:
    language, asked = marking_language()
    edition = replace(make(), language=language)
    render(pages(edition), [THEME], tmp_path, site(edition), language)
    texts = sorted(set(_texts(edition)), key=len, reverse=True)
    left = {
        f"{path.name}: {said}"
        for path in sorted(tmp_path.glob("*.html"))
        for said in _words(unmarked(path.read_text(encoding="utf-8")))
        if _has_words(said, texts)
    }
    assert "\n".join(sorted(left)) == ""
    listed = messages(Workspace(PROJECT, PROJECT / "content", PROJECT / "schema", (THEME,)))
    # what the schemas and catalogues of the examples add is the workspace's own
    added = {"Tags", "Cost centre", *(catalogue_words(edition))}
    missing = {entry for entry in asked if entry.has_words} - listed
    assert {entry.text for entry in missing} - added == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_word_that_is_no_message(path: Path) -> None:
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    found = _Found()
    found.feed(_text(environment.parse(path.read_text(encoding="utf-8"))))
    found.close()
    assert [said for said in found.said if said not in NAMES] == []


class _Found(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag in {"script", "style", "code"}
        for name, value in attrs:
            if name in SPOKEN and _has_letters(value or ""):
                self.said.append(f"{name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in {"script", "style", "code"}

    def handle_data(self, data: str) -> None:
        if not self.depth and _has_letters(data) and "=" not in data:
            self.said.append(" ".join(data.split()))


def _text(node: nodes.Node) -> str:
    """Return what a template writes by itself, a space where a value or a message stands."""
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Output):
        return "".join(_text(part) or " " for part in node.nodes)
    return "" if isinstance(node, nodes.Expr) else "".join(map(_text, node.iter_child_nodes()))


def _words(html: str) -> Iterator[str]:
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(NOT_OURS):
        element.decompose()
    for element in soup.find_all(True):
        yield from _spoken(element)
    for text in soup.find_all(string=True):
        if not isinstance(text, Comment | Doctype):
            yield " ".join(text.split())


def _spoken(element: Tag) -> Iterator[str]:
    for name in SPOKEN:
        value = element.get(name)
        if isinstance(value, str) and _has_letters(value):
            yield f"{name}={value}"


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _has_words(said: str, texts: list[str]) -> bool:
    """Whether anything is left of a text without what records say, names and ids."""
    if said.endswith("…") and any(text.startswith(said[:-1].partition(" ")[2]) for text in texts):
        return False
    for text in texts:
        said = said.replace(text, "")
    return any(_is_word(word.strip(",()…")) for word in said.replace("aria-label=", "").split())


def _is_word(text: str) -> bool:
    """Whether a text is a word and no letter, id, name or path."""
    is_other = len(text) < 2 or text in NAMES or text.startswith("exports/")
    return _has_letters(text) and not is_other and not any(map(str.isdigit, text))


def catalogue_words(edition: Edition) -> Iterator[str]:
    for catalogue in edition.graph.standards.catalogues.values():
        yield catalogue.edition
        for clause in catalogue.clauses:
            yield from filter(None, (clause.title, clause.note, clause.theme))


def _texts(edition: Edition) -> Iterator[str]:
    """Yield every text of the organization: of its records, its settings and its files."""
    values: list[object] = [edition.graph.settings, *edition.graph.records, *edition.files.values()]
    yield from (catalogue.title for catalogue in edition.graph.standards.catalogues.values())
    while values:
        value = values.pop()
        if isinstance(value, str):
            yield from (text for text in (value, " ".join(value.split())) if len(text) > 2)
        elif isinstance(value, tuple | list):
            values.extend(value)
        elif isinstance(value, Mapping):
            values.extend(value.values())
        elif is_dataclass(value):
            values.extend(getattr(value, field.name) for field in fields(value))
