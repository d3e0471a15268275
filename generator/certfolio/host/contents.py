"""Reads the headings of a rendered page, so that the page can say what is on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from certfolio.intake.markdown.slug import PREFIX

# Our own templates write these tags, and records' texts come with theirs as tidied by intake.
_HEADING = re.compile(
    r'(?:<section id="(?P<section>[^"]+)"[^>]*>\s*)?'
    r'<h(?P<level>[23])(?: id="(?P<own>[^"]+)")?[^>]*>(?P<words>.*?)</h(?P=level)>',
    re.DOTALL,
)
_BADGE = re.compile(r'<span class="badge.*?</span>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with an `id`; what stands in an organization's own text is a step deeper."""

    anchor: str
    title: str
    depth: int
    is_own: bool


def contents(body: str) -> tuple[Section, ...]:
    """Return the headings of the second level that a link can lead to, and those of a text.

    The place of a heading is its own id, else that of the section it opens. Badges in a heading are
    not part of its words.
    """
    return tuple(_sections(body))


def _sections(body: str) -> Iterator[Section]:
    for found in _HEADING.finditer(body):
        anchor = found["own"] or found["section"]
        if anchor is None:
            continue
        is_own = anchor.startswith(PREFIX)
        if found["level"] == "3" and not is_own:
            continue
        title = Markup(_BADGE.sub("", found["words"])).striptags()  # noqa: S704 - no tag is left
        depth = int(found["level"]) - 1 + is_own
        yield Section(Markup(anchor).unescape(), title, depth, is_own)  # noqa: S704 - quoted again
