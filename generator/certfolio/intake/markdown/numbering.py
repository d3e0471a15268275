"""Numbers the headings of a text: 1, 1.1, 1.2, unless its author numbered them already."""

import re
from collections.abc import Sequence

from certfolio.intake.markdown.pieces import cut, opening
from certfolio.intake.markdown.sanitize import HEADINGS
from certfolio.model.prose import Heading

_OWN_NUMBER = re.compile(
    r"\s*(?:(?:§|section|chapter|abschnitt|kapitel)\s*)?"
    r"(?:[0-9]+(?:\.[0-9]+)*|[A-Z]\.[0-9]+(?:\.[0-9]+)*|[IVX]+(?=[.)])|[A-Z](?=[.)]))[.):]?\s+\S",
    re.IGNORECASE,
)
_HIGHEST = 2


def numbers(outline: Sequence[Heading]) -> tuple[str, ...]:
    """Return the number of every heading, none where one of them begins with a number already."""
    if any(_OWN_NUMBER.match(heading.text) for heading in outline):
        return ()
    counts: list[int] = []
    found = []
    for heading in outline:
        depth = heading.level - _HIGHEST
        counts = [*counts[: depth + 1], *[0] * (depth + 1 - len(counts))]
        counts[depth] += 1
        found.append(".".join(map(str, counts)))
    return tuple(found)


def with_numbers(html: str, numbers: Sequence[str]) -> str:
    """Write the numbers before the words of the headings; anchors stay as they are."""
    remaining = iter(numbers)
    written = []
    for piece in cut(html):
        written.append(piece.source)
        if piece.tag in HEADINGS and piece.is_opening:
            number = next(remaining, None)
            if number is not None:
                written.append(f"{opening('span', {'class': 'heading-number'})}{number}</span> ")
    return "".join(written)
