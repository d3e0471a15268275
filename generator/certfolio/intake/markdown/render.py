"""Renders one text: Markdown as authors mean it in, safe HTML out."""

from functools import cache

from markdown import Markdown

from certfolio.intake.markdown.dialect import make_converter
from certfolio.intake.markdown.normalize import normalize
from certfolio.intake.markdown.sanitize import sanitize
from certfolio.intake.markdown.tidy import settle_links, step_headings
from certfolio.model.prose import Prose


def render(text: str) -> Prose:
    """Return the text as safe HTML with its outline, its links and what was removed.

    It takes as long as it takes and may raise RecursionError; `budget.render_all`
    is for texts that nobody has seen yet.
    """
    converter = _converter()
    converter.reset()
    safe, removed = sanitize(converter.convert(normalize(text)))
    stepped, outline = step_headings(safe)
    html, links = settle_links(stepped)
    return Prose(html, outline, links, removed)


@cache
def _converter() -> Markdown:
    return make_converter()
