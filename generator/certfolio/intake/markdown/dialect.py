"""Sets up Python-Markdown for the dialect of the records: GitHub's, with its own extensions."""

import re
from re import Match
from string import punctuation
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import (
    HTML_RE,
    HtmlInlineProcessor,
    InlineProcessor,
    SimpleTagInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from certfolio.intake.markdown.line import COMMENT, HTML, VERBATIM
from certfolio.intake.markdown.sanitize import KNOWN_TAGS

# Signs at the end belong to the sentence; \x03 ends HTML put aside, maybe a link's own tag.
_BARE = r"(?<![\w/\"'=\x03])https?://[^\s<>\x02\x03]*[^\s<>\x02\x03?!.,:;*_~'\"()\[\]]"
_STRUCK = r"(~~)(?=\S)(.+?)(?<=\S)~~"
_SET = r"\{(?::[ ]*|(?=[#.][\w-]))([^{}\n%]+)\}"
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")


def make_converter() -> Markdown:
    """Return a converter of normalized text; call `reset` before each text."""
    return Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            FootnoteExtension(),
            DefListExtension(),
            AbbrExtension(),
            AdmonitionExtension(),
            SaneListExtension(),
            _Dialect(),
        ],
    )


class _Dialect(Extension):
    """What authors expect beyond Python-Markdown's own extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name the host library calls
        md.ESCAPED_CHARS = list(punctuation)
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.register(_HtmlBlock(md.parser), "html_block", 110)
        md.inlinePatterns.register(_KnownHtml(HTML_RE, md), "html", 90)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        md.inlinePatterns.register(_BareAddress(_BARE, md), "bare_address", 115)
        md.treeprocessors.register(_Attributes(md), "attr_list", 8)
        md.treeprocessors.register(_Alignment(md), "alignment", 7)


class _HtmlBlock(BlockProcessor):
    """Passes a block of HTML on as it is, up to the next blank line, in lists and quotes too."""

    def test(self, parent: Element, block: str) -> bool:
        return any(start.match(block) for start in (HTML, VERBATIM, COMMENT))

    def run(self, parent: Element, blocks: list[str]) -> None:
        paragraph = SubElement(parent, "p")
        paragraph.text = self.parser.md.htmlStash.store(blocks.pop(0))


class _KnownHtml(HtmlInlineProcessor):
    """Takes for HTML only what is HTML: `<your name>` stays readable text."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - as the library itself does
        self, m: Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        name = _NAME.match(m[0])
        if name and name[1].lower() not in KNOWN_TAGS:
            return None, None, None
        return super().handleMatch(m, data)


class _BareAddress(InlineProcessor):
    """Makes a web address in running text a link, as GitHub does."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - as the library itself does
        self, m: Match[str], data: str
    ) -> tuple[Element, int, int]:
        link = Element("a", {"href": m[0]})
        link.text = AtomicString(m[0])
        return link, m.start(), m.end()


class _Attributes(AttrListTreeprocessor):
    """Reads `{: ...}`, `{#id}` and `{.class}` only: `{filename}` and `{{ x }}` are text."""

    HEADER_RE = re.compile(rf"[ ]+{_SET}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{_SET}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{_SET}")  # type: ignore[misc]


class _Alignment(Treeprocessor):
    """Says the alignment of a cell as a class, since style attributes are not let through."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and (side := cell.attrib.pop("align", None)):
                cell.set("class", f"align-{side}")
