"""Keeps of any HTML only what the allow-list names, and says what was taken out as unsafe."""

import re
from html import unescape

import nh3

from certfolio.intake.markdown.address import Address, judge
from certfolio.intake.markdown.slug import prefixed


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = _words("h1 h2 h3 h4 h5 h6")
TAGS = HEADINGS | _words(
    "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption"
    " figure hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup"
    " table tbody td tfoot th thead time tr u ul var wbr"
)
# Old ways to say what a style sheet says: dropped without a word, since their text stays.
_HARMLESS = _words(
    "acronym article aside big body center col colgroup font footer head header html main nav"
    " nobr section strike tt"
)
_CONTENT_GOES = _words(
    "applet audio canvas embed frameset iframe math noembed noframes noscript object plaintext"
    " script select style svg template textarea title video xmp"
)
_NEVER = _words(
    "base blink button dialog fieldset form frame input isindex legend link listing marquee menu"
    " meta optgroup option output param picture search slot source track"
)
KNOWN_TAGS = TAGS | _HARMLESS | _CONTENT_GOES | _NEVER
_ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href", "id", "name", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "dfn": {"title"},
    "img": {"alt", "src", "title"},
    "li": {"id", "value"},
    "ol": {"reversed", "start"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
} | {heading: {"id"} for heading in HEADINGS}
_ALIGNED = {"align-center", "align-left", "align-right"}
_ADMONITIONS = _words(
    "admonition attention caution danger error example hint important info note tip warning"
)
_CLASSES = {
    "a": {"footnote-backref", "footnote-ref"},
    "div": {"footnote", *_ADMONITIONS},
    "p": {"admonition-title"},
    "span": {"unresolved"},
    "td": _ALIGNED,
    "th": _ALIGNED,
}
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?""")
_LONGEST = 60


def sanitize(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the safe part of some HTML, and in short words what was unsafe.

    Sanitizing twice gives the same as sanitizing once. Every `id` gets a
    prefix; an image from outside goes, its alternative text is left to the caller.
    """
    safe = nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=_CONTENT_GOES,
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        allowed_classes=_CLASSES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return safe, _removals(html)


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    if attribute in ("id", "name"):
        return prefixed(value) if value and not re.search(r"\s", value) else None
    if attribute == "href":
        return value if judge(value) is not Address.UNSAFE else None
    if attribute == "src":
        return value if judge(value) is Address.RELATIVE else None
    return value


def _removals(html: str) -> tuple[str, ...]:
    """Say each unsafe thing once, in the order of the text."""
    found: dict[str, None] = {}
    for tag, attributes in _TAG.findall(html):
        name = tag.lower()
        if name not in TAGS | _HARMLESS:
            found[f"{_article(name)} <{_short(name)}>"] = None
        for attribute, *values in _ATTRIBUTE.findall(attributes):
            if words := _unsafe_attribute(name, attribute.lower(), unescape("".join(values))):
                found[words] = None
    return tuple(found)


def _unsafe_attribute(tag: str, attribute: str, value: str) -> str | None:
    if re.fullmatch("on[a-z]+", attribute):
        return f"{_article(attribute)} {_short(attribute)} attribute"
    return _unsafe_address(tag, value) if attribute in ("href", "src") else None


def _unsafe_address(tag: str, address: str) -> str | None:
    kind = judge(address)
    if tag == "img" and kind is Address.OUTSIDE:
        return f'a remote image "{_short(address)}"'
    if tag in ("a", "img") and kind is Address.UNSAFE:
        what = "an image from" if tag == "img" else "a link to"
        return f'{what} "{_short(address)}"'
    return None


def _article(name: str) -> str:
    is_vowel_heard = name[:1].lower() in "aeiou" or name in ("svg", "xmp")
    return "an" if is_vowel_heard else "a"


def _short(text: str) -> str:
    visible = "".join(character if character.isprintable() else "�" for character in text)
    return visible if len(visible) <= _LONGEST else visible[: _LONGEST - 1] + "…"
