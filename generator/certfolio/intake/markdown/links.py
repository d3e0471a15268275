"""Points the links and images of a rendered text to the pages and files they mean."""

from collections.abc import Callable
from html import escape

from certfolio.intake.markdown.address import Address, judge
from certfolio.intake.markdown.pieces import Piece, cut, opening
from certfolio.model.prose import Prose, ProseLink


def resolve_links(prose: Prose, target: Callable[[ProseLink], str | None]) -> str:
    """Return the HTML with every link to another file replaced by what `target` says.

    Where it says None, the words stay and cannot be clicked: `<span class="unresolved">`.
    """
    remaining = iter(prose.links)
    closings: list[str] = []
    written: list[str] = []
    for piece in cut(prose.html):
        if piece.tag == "a" and piece.is_closing:
            written.append(closings.pop())
            continue
        source, closing = piece.source, "</a>"
        if _leads_to_file(piece):
            source, closing = _pointed(piece, target(next(remaining)))
        if piece.tag == "a":
            closings.append(closing)
        written.append(source)
    return "".join(written)


def _leads_to_file(piece: Piece) -> bool:
    if piece.tag not in ("a", "img"):
        return False
    attributes = piece.attributes
    return judge(attributes.get("href", attributes.get("src", ""))) is Address.RELATIVE


def _pointed(piece: Piece, target: str | None) -> tuple[str, str]:
    """Return what replaces the tag, and the end tag that belongs to it."""
    attributes = piece.attributes
    if target is not None:
        name = "src" if piece.tag == "img" else "href"
        return opening(piece.tag, {**attributes, name: target}), "</a>"
    unresolved = opening("span", {"class": "unresolved"})
    if piece.tag == "img":
        return f"{unresolved}{escape(attributes.get('alt', ''))}</span>", ""
    return unresolved, "</span>"
