"""Says how much a word tells about a document, as one whole number that the script only adds up.

BM25 for each place where the word stands, weighted by the place: a rare word in a title tells more
than a common one in a long text. All that needs a logarithm or a division happens here.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from certfolio.portal.search.document import Place, SearchDocument
from certfolio.portal.search.token import STOP_WORDS, id_tokens, tokens

_K1 = 1.2
_UNIT = 10
_LEAST, _STEP, _COUNT = 8, 1.125, 64
# running texts and fields: there, words such as "the" tell nothing and would be a quarter of all
_RUNNING = frozenset({Place.TEXT, Place.FIELD, Place.CLAUSE})

Words = Mapping[Place, Counter[str]]
Postings = Mapping[str, list[tuple[int, int]]]
"""For each word the documents that have it, as number and level, in counting order."""


def _levels() -> tuple[int, ...]:
    values = [float(_LEAST)]
    while len(values) < _COUNT:
        values.append(values[-1] * _STEP)
    return tuple(round(value) for value in values)


LEVELS: tuple[int, ...] = _levels()
"""What the 64 levels are worth: each an eighth more than the one below."""


def words_of(document: SearchDocument) -> Words:
    """Count the words of a document at each of its places."""
    found = {place: Counter(tokens(text)) for place, text in document.places().items() if text}
    found[Place.ID] = Counter(set(id_tokens(document.id)))
    for place in _RUNNING & found.keys():
        for stop in STOP_WORDS & found[place].keys():
            del found[place][stop]
    return found


def postings(documents: Sequence[SearchDocument]) -> Postings:
    """Return every word with the documents that have it and how much it tells about each."""
    counted = [words_of(document) for document in documents]
    lengths = [{place: words.total() for place, words in each.items()} for each in counted]
    usual = _usual_lengths(lengths)
    having = Counter(term for each in counted for term in set().union(*each.values()))
    rarity = {term: _rarity(len(documents), amount) for term, amount in having.items()}
    result: dict[str, list[tuple[int, int]]] = {}
    for number, (each, long) in enumerate(zip(counted, lengths, strict=True)):
        told: dict[str, float] = {}
        for place, words in each.items():
            drag = _K1 * _drag(place, long[place], usual[place])
            for term, times in words.items():
                told[term] = told.get(term, 0.0) + place.weight * times / (times + drag)
        for term, amount in told.items():
            result.setdefault(term, []).append((number, level(_UNIT * amount * rarity[term])))
    return result


def level(worth: float) -> int:
    """Return the highest level that is not worth more."""
    return max(0, bisect_right(LEVELS, worth) - 1)


def _rarity(documents: int, having: int) -> float:
    return log(1 + (documents - having + 0.5) / (having + 0.5))


def _drag(place: Place, length: int, usual: float) -> float:
    return 1 - place.shortening + place.shortening * length / usual


def _usual_lengths(lengths: Sequence[Mapping[Place, int]]) -> Mapping[Place, float]:
    """Return the mean number of words of each place, over the documents that have any there."""
    sums: Counter[Place] = Counter()
    amounts: Counter[Place] = Counter()
    for each in lengths:
        for place, length in each.items():
            sums[place] += length
            amounts[place] += 1
    return {place: max(1.0, sums[place] / amounts[place]) for place in amounts}
