"""Writes postings as short texts that need no escaping in JSON or HTML.

A number is written in digits of five bits, the highest first; all but its last digit are raised by
32, so that a reader knows where the next number begins. A level is one digit of six bits.
"""

from collections.abc import Iterable, Iterator

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MORE = 32


def packed(postings: Iterable[tuple[int, int]]) -> str:
    """Return postings as a text: for each the distance to the document before, then its level."""
    return "".join(_pieces(postings))


def unpacked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the postings of a text, as the script of the search page does."""
    document, distance = -1, 0
    digits = iter(map(ALPHABET.index, text))
    for digit in digits:
        distance = distance * _MORE + digit % _MORE
        if digit < _MORE:
            document += distance
            yield document, next(digits)
            distance = 0


def _pieces(postings: Iterable[tuple[int, int]]) -> Iterator[str]:
    former = -1
    for document, level in postings:
        yield _number(document - former) + ALPHABET[level]
        former = document


def _number(value: int) -> str:
    written = ALPHABET[value % _MORE]
    while value := value // _MORE:
        written = ALPHABET[_MORE + value % _MORE] + written
    return written
