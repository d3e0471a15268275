"""Cuts folded text into the words that are looked up.

The script cuts what a reader types by the same rules (`wordsOf` in theme/scripts/search.js).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from certfolio.portal.search.fold import fold, spelt_out

LONGEST = 40
"""Letters of a word that count; what is longer is no word."""

# written without blanks between words: cut into pairs of characters
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# the scripts of India write vowels as marks, which belong to the word
_LETTER = rf"(?:[^\W_{_UNSPACED}]|[\u0900-\u0963\u0966-\u0dff])"
_CHUNK = re.compile(rf"[{_UNSPACED}]+|{_LETTER}+(?:[-._/]{_LETTER}+)*")
_POSSESSIVE = re.compile(rf"['’]s(?!{_LETTER})")
_JOINT = re.compile("[-._/]")
_ANNEX = re.compile(r"^[a-z]\.(?=[0-9])")
_RUN = re.compile(r"[0-9]+|[^0-9]+")
_DIGIT = re.compile("[0-9]")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")

# left out of running text only: titles keep every word, and so does what is typed alone
STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "to",
        "was",
        "were",
        "which",
        "will",
        "with",
        "als",
        "am",
        "an",
        "auch",
        "auf",
        "aus",
        "bei",
        "das",
        "dass",
        "dem",
        "den",
        "der",
        "des",
        "die",
        "ein",
        "eine",
        "einem",
        "einen",
        "einer",
        "eines",
        "es",
        "fur",
        "im",
        "in",
        "ist",
        "mit",
        "nach",
        "oder",
        "sich",
        "sind",
        "um",
        "und",
        "vom",
        "von",
        "werden",
        "wird",
        "zu",
        "zum",
        "zur",
    ]
)


def tokens(text: str) -> Iterator[str]:
    """Yield every word of a text: numbers and ids whole and in parts, umlauts both ways.

    `A.5.15` gives `a.5.15` and `15`; `DOC-017` gives `doc-017`, `doc` and `017`. A part of one
    character stands for nothing by itself.
    """
    yield from _folded_tokens(fold(text))
    spelt = spelt_out(text)
    if spelt:
        yield from _folded_tokens(fold(spelt))


def id_tokens(id: str) -> Iterator[str]:
    """Yield an id as people type it: `e-042`, `e-42`, `e042`, `e42`, and its number alone.

    A control of an annex is also found without the annex: `A.8.10` by `8.10`.
    """
    whole = fold(id)
    yield from tokens(id)
    short = re.sub(r"(?<![0-9])0+(?=[0-9])", "", whole)
    squeezed = whole.replace("-", ""), short.replace("-", "")
    number = short.rpartition("-")[2]
    control = _ANNEX.sub("", whole)
    seen = set(tokens(id))
    for form in (short, *squeezed, number, control):
        if form and form not in seen:
            seen.add(form)
            yield form[:LONGEST]


def _folded_tokens(text: str) -> Iterator[str]:
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    for chunk in _CHUNK.findall(text):
        yield from _of_chunk(chunk)


def _of_chunk(chunk: str) -> Iterator[str]:
    if _IS_UNSPACED.match(chunk):
        yield from _pairs(chunk)
        return
    parts = _JOINT.split(chunk)
    if not _DIGIT.search(chunk):
        yield from (part[:LONGEST] for part in parts)
        return
    yield chunk[:LONGEST]
    yield from (run[:LONGEST] for run in _runs(parts) if len(run) > 1 and run != chunk)


def _runs(parts: list[str]) -> Iterator[str]:
    for part in parts:
        runs = _RUN.findall(part)
        if len(parts) > 1 and len(runs) > 1:
            yield part
        yield from runs


def _pairs(chunk: str) -> Iterator[str]:
    if len(chunk) == 1:
        yield chunk
    for first, second in pairwise(chunk):
        yield first + second
