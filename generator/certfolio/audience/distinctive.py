"""Decides which titles and file names can only mean what they name."""

import re
from collections.abc import Iterable, Iterator

from certfolio.audience.secret import Kind, Secret
from certfolio.audience.sight import folded

_WORDS = 3
_LETTERS = 12
_RARE = 6
_LETTER = re.compile(r"[^\W\d_]")


def distinctive(secrets: Iterable[Secret], open_titles: Iterable[str]) -> Iterator[Secret]:
    """Yield the secrets that are not everyday words.

    Ids and names of files always are distinctive. A title is when it has three words and twelve
    letters or more, or a word of six letters or more that stands in none of the `open_titles`; and
    when none of these holds it. Numbers are no words.
    """
    titles = [f" {folded(title)} " for title in open_titles]
    common = {word for title in titles for word in title.split()}
    row = "\n".join(titles)
    for secret in secrets:
        if secret.kind is not Kind.TITLE or _is_distinctive(folded(secret.text), common, row):
            yield secret


def _is_distinctive(title: str, common: set[str], row: str) -> bool:
    words = [word for word in title.split() if _LETTER.search(word)]
    is_long = len(words) >= _WORDS and len(_LETTER.findall(title)) >= _LETTERS
    has_own = any(len(word) >= _RARE and word not in common for word in words)
    return (is_long or has_own) and f" {title} " not in row
