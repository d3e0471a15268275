"""Turns an HTML document into a title and Markdown that says all it says."""

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PreformattedString, Tag

_UNSEEN = ("script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object")
_BLOCK_NAMES = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table"
    " tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
# what Markdown would take for its own signs
_SIGN = re.compile(r"([\\`*_\[\]|~#])")
_LIST_SIGN = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=:])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HARMLESS = re.compile(r"(?:https?://|mailto:|[^:/?#]+(?:[/?#]|$)|#|\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlText:
    """What an HTML document says: its title, where it has one, and its text as Markdown."""

    title: str | None
    markdown: str


def read_html(data: bytes) -> HtmlText:
    """Read an HTML document in any encoding it declares; scripts and styles are no text.

    Raise RecursionError for tags that are nested without reason.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(data, "html.parser")
    heading = soup.find("title") or soup.find("h1")
    title = " ".join(heading.get_text().split()) if heading else ""
    for tag in soup.find_all(_UNSEEN):
        tag.decompose()
    blocks = _blocks(soup)
    return HtmlText(title or None, "\n\n".join(blocks) + "\n" if blocks else "")


def _blocks(parent: Tag) -> list[str]:
    """Return the blocks below a tag; words that stand between blocks are paragraphs."""
    blocks: list[str] = []
    loose: list[str] = []
    for child in parent.children:
        if isinstance(child, Tag) and _is_block(child):
            blocks += [*_paragraph(loose), *_block(child)]
            loose = []
        else:
            loose.append(_inline(child))
    return [*blocks, *_paragraph(loose)]


def _is_block(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.find(_BLOCKS) is not None


def _paragraph(pieces: Iterable[str]) -> list[str]:
    lines = (_tidy(line) for line in "".join(pieces).split("\n"))
    text = "\\\n".join(line for line in lines if line)
    return [text] if text else []


def _tidy(line: str) -> str:
    return _LIST_SIGN.sub(
        lambda sign: f"{sign[1]}\\{sign[2]}" if sign[1] else f"\\{sign[3]}",
        _SPACE.sub(" ", line).strip(),
    )


def _block(tag: Tag) -> list[str]:
    if re.fullmatch("h[1-6]", tag.name):
        text = _line(tag)
        return [f"{'#' * int(tag.name[1])} {text}"] if text else []
    if tag.name in ("ul", "ol"):
        listed = _list(tag)
        return [listed] if listed else []
    if tag.name == "table":
        return _table(tag)
    if tag.name == "pre":
        return [_code(tag)]
    if tag.name == "hr":
        return ["---"]
    if tag.name == "blockquote":
        return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(tag)).split("\n"))]
    return _blocks(tag)


def _line(tag: Tag) -> str:
    """Return everything inside a tag on one line."""
    return _SPACE.sub(" ", "".join(_flat(tag))).strip()


def _flat(tag: Tag) -> Iterator[str]:
    for child in tag.children:
        if isinstance(child, Tag) and _is_block(child):
            yield " "
            yield from _flat(child)
            yield " "
        else:
            yield _inline(child).replace("\n", " ")


def _code(tag: Tag) -> str:
    text = tag.get_text().strip("\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}\n{text}\n{fence}"


def _list(tag: Tag) -> str:
    start = str(tag.get("start", "1"))
    number = int(start) if tag.name == "ol" and start.isdecimal() else 1
    items = []
    for child in tag.children:
        if not isinstance(child, Tag) and not str(child).strip():
            continue
        blocks = _blocks(child) if isinstance(child, Tag) else _paragraph([_inline(child)])
        if isinstance(child, Tag) and child.name in ("ul", "ol"):
            blocks = _block(child)
        if not blocks:
            continue
        marker = f"{number}. " if tag.name == "ol" else "- "
        indent = " " * len(marker)
        text = "\n\n".join(blocks)
        items.append(marker + "\n".join(_indented(text.split("\n"), indent)))
        number += 1
    return "\n".join(items)


def _indented(lines: list[str], indent: str) -> list[str]:
    return [lines[0], *(indent + line if line else "" for line in lines[1:])]


def _table(tag: Tag) -> list[str]:
    rows = [
        [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("table") is tag]
        for row in tag.find_all("tr")
        if row.find_parent("table") is tag
    ]
    lines = [[part for cell in row for part in _cell(cell)] for row in rows if row]
    caption = tag.find("caption")
    before = _paragraph([_line(caption)]) if caption else []
    if not lines:
        return [*before, *_paragraph([_line(tag)])]
    width = max(len(line) for line in lines)
    written = [_row([*line, *[""] * (width - len(line))]) for line in lines]
    return [*before, "\n".join([written[0], _row(["---"] * width), *written[1:]])]


def _cell(cell: Tag) -> list[str]:
    span = str(cell.get("colspan", "1"))
    return [_line(cell), *[""] * (min(int(span), 50) - 1 if span.isdecimal() else 0)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(node: object) -> str:
    if isinstance(node, Tag):
        return _inline_tag(node)
    if isinstance(node, PreformattedString) or not isinstance(node, NavigableString):
        return ""
    return _escaped(_SPACE.sub(" ", str(node)))


def _escaped(text: str) -> str:
    return escape(_SIGN.sub(r"\\\1", text), quote=False)


def _inline_tag(tag: Tag) -> str:
    if tag.name == "br":
        return "\n"
    if tag.name == "img":
        return _escaped(_SPACE.sub(" ", str(tag.get("alt", ""))))
    inside = "".join(_inline(child) for child in tag.children)
    words = inside.strip()
    if not words or "\n" in words:
        return inside
    before, after = inside.split(words, 1) if words != inside else ("", "")
    if tag.name == "code":
        return f"{before}{_code_span(tag)}{after}"
    mark = _MARKS.get(tag.name)
    if mark is not None and "*" not in words:
        return f"{before}{mark}{words}{mark}{after}"
    href = str(tag.get("href", ""))
    if tag.name == "a" and _HARMLESS.match(href) and not re.search(r"[\s<>()\\]", href):
        return f"{before}[{words}]({href}){after}"
    return inside


def _code_span(tag: Tag) -> str:
    text = " ".join(tag.get_text().split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"
