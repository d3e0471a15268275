"""Reads out of HTML the structure a reader sees, and asks an independent renderer for it."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from markdown_it import MarkdownIt

_ORACLE = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
_TASK = re.compile(r"^\[([ xX])\](?= )")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its own words, and the lists below it."""

    text: str
    lists: "tuple[Listing, ...]" = ()


@dataclass(frozen=True, slots=True)
class Listing:
    kind: str
    start: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    headings: tuple[str, ...]
    lists: tuple[Listing, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    code: tuple[str, ...]
    quotes: tuple[str, ...]
    rules: int
    text: str


def oracle_html(text: str) -> str:
    return str(_ORACLE.render(text))


def structure(html: str) -> Structure:
    """Return the structure of some HTML, with every run of white space as one space."""
    soup = BeautifulSoup(f"<body>{html}</body>", "html.parser")
    return Structure(
        headings=tuple(_text(tag) for tag in soup.find_all(re.compile("^h[1-6]$"))),
        lists=_lists(soup),
        tables=tuple(_table(table) for table in soup.find_all("table")),
        code=tuple(tag.get_text().strip("\n") for tag in soup.find_all("pre")),
        quotes=tuple(_text(tag).replace(" ", "") for tag in soup.find_all("blockquote")),
        rules=len(soup.find_all("hr")),
        text=_joined(soup.get_text()).replace(" ", ""),
    )


def _lists(parent: Tag) -> tuple[Listing, ...]:
    outermost = [tag for tag in parent.find_all(["ul", "ol"]) if _list_above(tag, parent) is None]
    return tuple(
        Listing(
            tag.name,
            int(str(tag.get("start", "1"))),
            tuple(
                Item(_own_text(item), _lists(item)) for item in tag.find_all("li", recursive=False)
            ),
        )
        for tag in outermost
    )


def _list_above(tag: Tag, end: Tag) -> Tag | None:
    for parent in tag.parents:
        if parent is end:
            return None
        if parent.name in ("ul", "ol"):
            return parent
    return None


def _own_text(item: Tag) -> str:
    """Return the words of an item without those of the lists below it."""
    words: list[str] = []
    for piece in item.descendants:
        if isinstance(piece, Comment):
            continue
        if isinstance(piece, NavigableString) and _list_above_text(piece, item) is None:
            words.append(str(piece))
        elif isinstance(piece, Tag) and piece.name in ("p", "br", "pre", "blockquote"):
            words.append(" ")
    return _TASK.sub(lambda box: "☐" if box[1] == " " else "☑", _joined("".join(words)))


def _list_above_text(piece: NavigableString, end: Tag) -> Tag | None:
    parent = piece.parent
    while parent is not None and parent is not end:
        if parent.name in ("ul", "ol"):
            return parent
        parent = parent.parent
    return None


def _table(table: Tag) -> tuple[tuple[str, ...], ...]:
    rows = (
        tuple(_text(cell) for cell in row.find_all(["td", "th"])) for row in table.find_all("tr")
    )
    return tuple(row for row in rows if any(row))


def _text(tag: Tag) -> str:
    return _joined(tag.get_text())


def _joined(text: str) -> str:
    return " ".join(text.split())
