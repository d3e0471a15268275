"""Fits sanitized HTML into a page: headings in steps, anchors unique, links settled."""

from collections.abc import Sequence
from html import escape
from urllib.parse import unquote

from certfolio.intake.markdown.address import Address, judge
from certfolio.intake.markdown.pieces import Piece, cut, opening, text_of
from certfolio.intake.markdown.sanitize import HEADINGS
from certfolio.intake.markdown.slug import PREFIX, slug
from certfolio.model.prose import Heading, ProseLink

_HIGHEST = 2
_LOWEST = 6


def step_headings(html: str) -> tuple[str, tuple[Heading, ...]]:
    """Shift headings so that the text starts at h2 and skips no level; give each one its anchor.

    An `id` that occurs twice keeps its first place only.
    """
    pieces = cut(html)
    anchors = _Anchors()
    written: list[str] = []
    outline: list[Heading] = []
    open_levels: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.tag in HEADINGS and piece.is_opening:
            level = _level(open_levels, int(piece.tag[1]))
            text = text_of(_inside(pieces, index))
            wish = piece.attributes.get("id") or PREFIX + (slug(text) or "section")
            anchor = anchors.taken(wish)
            outline.append(Heading(level, text, anchor))
            written.append(opening(f"h{level}", {**piece.attributes, "id": anchor}))
        elif piece.tag in HEADINGS:
            written.append(f"</h{outline[-1].level}>")
        elif piece.is_opening and not piece.attributes.keys().isdisjoint(("id", "name")):
            written.append(anchors.kept_once(piece))
        else:
            written.append(piece.source)
    return "".join(written), tuple(outline)


class _Anchors:
    """The anchors of one text: each is given once, a second heading of the same words gets -1."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._next: dict[str, int] = {}

    def taken(self, wish: str) -> str:
        anchor = wish
        while anchor in self._seen:
            self._next[wish] = self._next.get(wish, 0) + 1
            anchor = f"{wish}-{self._next[wish]}"
        self._seen.add(anchor)
        return anchor

    def kept_once(self, piece: Piece) -> str:
        attributes = piece.attributes
        anchor = attributes.pop("name", "")
        anchor = attributes.pop("id", anchor)
        if anchor in self._seen:
            return opening(piece.tag, attributes)
        self._seen.add(anchor)
        return opening(piece.tag, {"id": anchor, **attributes})


def _level(open_levels: list[int], level: int) -> int:
    while open_levels and open_levels[-1] >= level:
        open_levels.pop()
    open_levels.append(level)
    return min(_HIGHEST + len(open_levels) - 1, _LOWEST)


def _inside(pieces: Sequence[Piece], start: int) -> list[Piece]:
    tag = pieces[start].tag
    end = start + 1
    while end < len(pieces) and not (pieces[end].is_closing and pieces[end].tag == tag):
        end += 1
    return list(pieces[start + 1 : end])


def settle_links(html: str) -> tuple[str, tuple[ProseLink, ...]]:
    """Follow links within the text, mark links to the outside, spell out images that went, and let
    tables be reached by keyboard.

    Returned are also the links and images that lead to other files; their
    addresses are still as the author wrote them.
    """
    pieces = cut(html)
    anchors = {
        piece.attributes["id"] for piece in pieces if piece.is_opening and 'id="' in piece.source
    }
    written: list[str] = []
    links: list[ProseLink] = []
    closings: list[str] = []
    for index, piece in enumerate(pieces):
        attributes = piece.attributes if piece.tag in ("a", "img") else {}
        if piece.tag == "img":
            if "src" in attributes:
                links.append(ProseLink(attributes["src"], True, attributes.get("alt", "")))
                written.append(opening("img", {"alt": "", **attributes}))
            else:
                written.append(escape(attributes.get("alt", "")))
        elif piece.tag == "a" and piece.is_opening:
            if judge(attributes.get("href", "")) is Address.RELATIVE:
                links.append(ProseLink(attributes["href"], False, text_of(_inside(pieces, index))))
            start, end = _anchor_tag(attributes, anchors)
            written.append(start)
            closings.append(end)
        elif piece.tag == "a":
            written.append(closings.pop())
        elif piece.tag == "table" and piece.is_opening:
            # a wide table scrolls by itself, and by keyboard too
            written.append(opening("table", {**piece.attributes, "tabindex": "0"}))
        else:
            written.append(piece.source)
    return "".join(written), tuple(links)


def _anchor_tag(attributes: dict[str, str], anchors: set[str]) -> tuple[str, str]:
    href = attributes.get("href", "")
    kind = judge(href)
    if kind is Address.FRAGMENT:
        anchor = _known(href, anchors)
        if anchor is None:
            return opening("span", {"class": "unresolved"}), "</span>"
        attributes = {**attributes, "href": f"#{anchor}"}
    elif kind is Address.OUTSIDE:
        attributes = {**attributes, "rel": "noopener noreferrer"}
    elif kind is Address.EMPTY:
        attributes = {name: value for name, value in attributes.items() if name == "id"}
    return (opening("a", attributes), "</a>") if attributes else ("", "")


def _known(href: str, anchors: set[str]) -> str | None:
    wanted = unquote(href[1:])
    tries = (PREFIX + wanted, PREFIX + wanted.lower(), wanted)
    return next((anchor for anchor in tries if anchor in anchors), None)
