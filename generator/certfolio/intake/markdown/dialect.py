"""Sets up Python-Markdown for the dialect of the records."""

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension


def make_converter() -> Markdown:
    """Return a converter; call `reset` before each text."""
    return Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            FootnoteExtension(),
            AttrListExtension(),
            DefListExtension(),
            AbbrExtension(),
            AdmonitionExtension(),
            SaneListExtension(),
        ],
    )
