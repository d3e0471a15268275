"""Estimates how wide words will be, without a font file, and cuts or breaks them to fit.

The estimate is on the wide side of Segoe UI, DejaVu Sans excepted, which is the widest fallback.
"""

import unicodedata

ELLIPSIS = "…"
SIZE = 13.0
SMALL = 11.0

_NARROW = frozenset("iljtfrI.,:;|!'()[]{} -")
_WIDE = frozenset("mwMWQGODN@%&")


def width_of(text: str, size: float = SIZE) -> float:
    """Return about how many units a text takes in a size."""
    return sum(_share(letter) for letter in text) * size


def fit(text: str, width: float, size: float = SIZE) -> str:
    """Return a text on one line, cut with an ellipsis where it would be wider than that."""
    flat = " ".join(text[:2000].split())
    room = width / size
    used = 0.0
    for index, letter in enumerate(flat):
        used += _share(letter)
        if used > room:
            return _cut(flat[:index], room)
    return flat


def broken(text: str, width: float, lines: int, size: float = SIZE) -> tuple[str, ...]:
    """Return a text in at most so many lines; the last is cut where there is more."""
    rest = " ".join(text[:2000].split())
    found: list[str] = []
    while rest and len(found) < lines - 1:
        head = _head(rest, width, size)
        if head == rest:
            break
        found.append(head)
        rest = rest[len(head) :].strip()
    return (*found, fit(rest, width, size)) if rest else tuple(found)


def _head(text: str, width: float, size: float) -> str:
    """Return the words that fit on a line, or a piece of a word that is too long for one."""
    taken = ""
    for word in text.split(" "):
        longer = f"{taken} {word}" if taken else word
        if width_of(longer[:400], size) > width or len(longer) > 400:
            break
        taken = longer
    if taken:
        return taken
    size_of = 0
    while size_of < len(text) and width_of(text[: size_of + 1], size) <= width:
        size_of += 1
    return text[: max(size_of, 1)]


def _cut(text: str, room: float) -> str:
    kept = text
    used = sum(_share(letter) for letter in kept)
    while kept and used + 1 > room:
        used -= _share(kept[-1])
        kept = kept[:-1]
    while kept and unicodedata.combining(kept[-1]):
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _WIDE:
        return 0.95
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.1
    return 0.74 if letter.isupper() else 0.63
