"""Judges HTML by rules of its own, through two parsers that are not the product's."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em"
        " figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span"
        " strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr",
    )
)
_FRAME = frozenset({"html", "head", "body", "[document]"})
_ATTRIBUTES = frozenset(
    {"alt", "class", "colspan", "datetime", "dir", "href", "id", "lang", "open", "rel"}
    | {"reversed", "rowspan", "scope", "src", "start", "title", "value"}
)


def faults(html: str) -> list[str]:
    """Return everything in the HTML that could run, load or clash; empty for inert HTML."""
    return [fault for parser in ("html.parser", "html5lib") for fault in _faults(html, parser)]


def _faults(html: str, parser: str) -> Iterator[str]:
    soup = BeautifulSoup(f"<body>{html}</body>", parser)
    ids = [str(tag["id"]) for tag in soup.find_all(id=True)]
    yield from (f"id {name!r} twice" for name in set(ids) if ids.count(name) > 1)
    yield from (f"id {name!r} without prefix" for name in ids if not name.startswith("t-"))
    for tag in soup.find_all(True):
        if tag.name not in _ELEMENTS | _FRAME:
            yield f"<{tag.name}>"
        yield from _attribute_faults(tag)


def _attribute_faults(tag: Tag) -> Iterator[str]:
    known = _ATTRIBUTES | {"tabindex"} if tag.name == "table" else _ATTRIBUTES
    yield from (f"{name} on <{tag.name}>" for name in tag.attrs if name not in known)
    if tag.get("tabindex", "0") != "0":
        yield f"tabindex {tag['tabindex']!r}"
    for name in ("href", "src"):
        if tag.has_attr(name) and not _is_harmless(str(tag[name]), is_image=name == "src"):
            yield f"{name} {tag[name]!r}"


def _is_harmless(address: str, is_image: bool) -> bool:
    """Read the address as a browser does: no control signs, backslashes are slashes."""
    seen = re.sub(r"[\t\r\n]", "", address).strip("".join(map(chr, range(33)))).replace("\\", "/")
    if seen != re.sub(r"[\x00-\x1f]", "", address).replace("\\", "/") or seen.startswith("//"):
        return False
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", seen)
    if scheme is None:
        return True
    return not is_image and scheme[0].lower() in ("http:", "https:", "mailto:")
