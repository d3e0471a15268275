"""Reads the headings of a rendered page, so that the page can say what is on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from certfolio.intake.markdown.slug import PREFIX

# Our own templates write these tags, and records' texts come with theirs as tidied by intake.
_HEADING = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_BADGE = re.compile(r'<span class="badge.*?</span>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with an `id`; what stands in an organization's own text is a step deeper."""

    anchor: str
    title: str
    depth: int
    is_own: bool


def contents(body: str) -> tuple[Section, ...]:
    """Return the headings of the second level that have an id, and those of the text below one.

    Badges in a heading are not part of its words.
    """
    return tuple(_sections(body))


def _sections(body: str) -> Iterator[Section]:
    for level, anchor, inner in _HEADING.findall(body):
        is_own = anchor.startswith(PREFIX)
        if level == "3" and not is_own:
            continue
        title = Markup(_BADGE.sub("", inner)).striptags()  # noqa: S704 - tags are taken out
        yield Section(Markup(anchor).unescape(), title, int(level) - 1 + is_own, is_own)  # noqa: S704 - quoted again
