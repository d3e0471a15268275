"""What the script of the search page does, said again in Python: for comparing the two."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from certfolio.portal.search.fold import fold
from certfolio.portal.search.packing import unpacked
from certfolio.portal.search.token import (
    _CHUNK,
    _DIGIT,
    _IS_UNSPACED,
    _JOINT,
    _LETTER,
    _POSSESSIVE,
    _RUN,
    _UNSPACED,
    LONGEST,
    STOP_WORDS,
)

EXACT, INFLECTED, BEGUN, SLIPS, BEGUN_SLIPS = 60, 45, 30, (0, 24, 12), (0, 8, 5)
ENDINGS = ("", "s", "es", "e", "en", "n", "er", "ern")
_OPEN_END = re.compile(f"(?:{_LETTER}|[{_UNSPACED}])$")


@dataclass(frozen=True)
class Word:
    text: str
    parts: tuple[str, ...] = ()
    is_open: bool = False


def pairs(chunk: str) -> Iterator[str]:
    if len(chunk) == 1:
        yield chunk
    for first, second in pairwise(chunk):
        yield first + second


def words_of(query: str) -> list[Word]:
    folded = _POSSESSIVE.sub("", fold(query))
    found: list[Word] = []
    for chunk in _CHUNK.findall(folded):
        if _IS_UNSPACED.match(chunk):
            found += [Word(pair) for pair in pairs(chunk)]
        elif _DIGIT.search(chunk):
            parts = [run[:LONGEST] for part in _JOINT.split(chunk) for run in _RUN.findall(part)]
            is_parted = len(parts) > 1 and any(re.match("[^0-9]{2}", part) for part in parts)
            found.append(Word(chunk[:LONGEST], tuple(parts) if is_parted else ()))
        else:
            found += [Word(part[:LONGEST]) for part in _JOINT.split(chunk)]
    told = [word for word in found if word.text not in STOP_WORDS]
    unlike = list({word.text: word for word in reversed(told or found)}.values())
    order = {word.text: at for at, word in reversed(list(enumerate(told or found)))}
    unlike.sort(key=lambda word: order[word.text])
    is_open = bool(_OPEN_END.search(folded))
    return [
        Word(word.text, word.parts, is_open and found[-1].text == word.text) for word in unlike[:12]
    ]


class ReferenceSearch:
    """An index as the page holds it, asked in the plainest way."""

    def __init__(self, blocks: Mapping[str, Any]) -> None:
        self.entries = blocks["search-documents"]
        self.terms = blocks["search-terms"]["terms"].split(" ")
        self.levels = blocks["search-terms"]["levels"]
        shards = range(blocks["search-terms"]["shards"])
        texts = [t for shard in shards for t in blocks[f"search-postings-{shard}"].split(" ")]
        self.postings = dict(zip(self.terms, texts, strict=True))

    def search(self, query: str) -> list[int]:
        """Return the entries in the order in which the page shows them."""
        wanted: list[Word] = []
        for word in words_of(query):
            if not word.parts or self.meant(word):
                wanted.append(word)
            else:
                last = len(word.parts) - 1
                wanted += [
                    Word(t, (), word.is_open and at == last) for at, t in enumerate(word.parts)
                ]
        wanted = wanted[:12]
        if not wanted:
            return []
        told = [self.worth(self.meant(word) or self.alike(word)) for word in wanted]
        names = self.named(query)
        amount = len(self.entries["id"])
        having = {
            entry: len(wanted) if entry in names else sum(entry in each for each in told)
            for entry in range(amount)
        }
        most = max(having.values(), default=0)
        least = len(wanted) if most == len(wanted) else 1
        return sorted(
            (entry for entry in range(amount) if having[entry] >= least),
            key=lambda entry: (
                -having[entry],
                -names.get(entry, 0),
                -sum(each.get(entry, 0) for each in told),
                entry,
            ),
        )

    def worth(self, found: Mapping[str, int]) -> dict[int, int]:
        best: dict[int, int] = {}
        for term, factor in found.items():
            for entry, level in unpacked(self.postings[term]):
                best[entry] = max(best.get(entry, 0), self.levels[level] * factor)
        return best

    def meant(self, word: Word) -> dict[str, int]:
        found: dict[str, int] = {}
        text = word.text
        if text in self.postings:
            found[text] = EXACT
        if not _DIGIT.search(text):
            for other in inflections(text):
                if other in self.postings:
                    found.setdefault(other, INFLECTED)
        if word.is_open or not found:
            for term in self.terms:
                if term.startswith(text) and not splits_number(text, term):
                    found.setdefault(term, BEGUN)
        return found

    def alike(self, word: Word) -> dict[str, int]:
        text = word.text
        most = 0 if len(text) < 4 or _DIGIT.search(text) else 1 if len(text) < 8 else 2
        if not most:
            return {}
        plain = [term for term in self.terms if not _DIGIT.search(term)]
        found = {}
        for term in plain:
            if abs(len(term) - len(text)) <= most:
                count = distances(text, term)[-1]
                if count <= most:
                    found[term] = SLIPS[count]
        if found or not word.is_open:
            return found
        for term in plain:
            if term[0] == text[0] and len(term) >= len(text):
                count = min(distances(text, term[: len(text) + most]))
                if count <= most:
                    found[term] = BEGUN_SLIPS[count]
        return found

    def named(self, query: str) -> dict[int, int]:
        typed, key = query.strip().lower(), short(query)
        found = {}
        rows = zip(self.entries["id"], self.entries["title"], strict=True)
        for at, (id, title) in enumerate(rows):
            if not typed:
                break
            if key and short(id) == key:
                found[at] = 3 if id.lower() == typed else 2
            elif title.lower() == typed:
                found[at] = 1
        return found


def inflections(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            stem = word[: len(word) - len(ending)]
            yield from (stem + other for other in ENDINGS)
    if len(word) > 4 and word.endswith("ies"):
        yield f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("y"):
        yield f"{word[:-1]}ies"


def splits_number(word: str, term: str) -> bool:
    after = term[len(word) : len(word) + 1]
    return "." in word and bool(_DIGIT.search(word[-1]) and _DIGIT.search(after))


def distances(word: str, term: str) -> list[int]:
    """Return the slips between a word and every beginning of a term."""
    rows = [list(range(len(term) + 1))]
    for i, letter in enumerate(word, 1):
        row = [i]
        for j, other in enumerate(term, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == term[j - 2] and word[i - 2] == other:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1]


def short(id: str) -> str:
    return re.sub("[0-9]+", lambda run: run[0].lstrip("0") or "0", re.sub(r"[\s-]", "", fold(id)))


def blocks_of(items: Iterable[Any]) -> dict[str, Any]:
    return {block.id: block.data for block in items}
