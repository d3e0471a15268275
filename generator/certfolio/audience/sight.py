"""Finds secrets in a text, whatever stands between their words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from certfolio.audience.secret import Kind, Secret

_TOKEN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_WORD = re.compile(r"""[^\W_]+|[<>"=!{}\[\]|,;\t]+""")
_PART = re.compile(r"[.-]")

_Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """How a name reads as words in a row; without blanks between its words in some scripts."""

    secret: Secret
    phrase: str
    words: frozenset[str]
    is_spaced: bool


@dataclass(frozen=True, slots=True)
class Sight:
    """What to look for: ids by their parts, names by a word they hold.

    Ids are found as whole words in any case, and as parts of addresses and anchors: `act-777.html`
    names ACT-777, `ACT-7771` does not. Where a longer id that somebody has begins the same way,
    the longer one is meant. `ids` holds None for those that may be named. Names (titles, names of
    files) are found as their words in a row, whatever signs stand between but those that part
    cells, attributes and items: two values beside each other are no name.
    """

    ids: Mapping[_Parts, Secret | None]
    longest: int
    by_word: Mapping[str, tuple["_Name", ...]]
    unspaced: tuple["_Name", ...]
    _harmless: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, secrets: Iterable[Secret], open_ids: Iterable[str]) -> "Sight":
        """Return a sight for secrets; `open_ids` are the ids that may be named."""
        wanted = tuple(secrets)
        ids: dict[_Parts, Secret | None] = {
            _parts(secret.text): secret for secret in wanted if secret.kind is Kind.ID
        }
        ids |= dict.fromkeys(map(_parts, open_ids))
        names = [name for secret in wanted if secret.kind is not Kind.ID for name in _names(secret)]
        often = Counter(word for name in names for word in name.words)
        by_word: dict[str, list[_Name]] = {}
        for name in names:
            if name.is_spaced:
                # by its rarest word, so that few names are looked for in a page
                rarest = min(name.words, key=lambda word: (often[word], -len(word), word))
                by_word.setdefault(rarest, []).append(name)
        kept = {word: tuple(those) for word, those in by_word.items()}
        unspaced = tuple(name for name in names if not name.is_spaced)
        longest = max(map(len, ids), default=0)
        return cls(MappingProxyType(ids), longest, MappingProxyType(kept), unspaced)

    def found(self, text: str) -> frozenset[Secret]:
        """Return the secrets that a text holds."""
        return frozenset((*self._ids_in(text), *self._names_in(text)))

    def names_in(self, text: str) -> frozenset[Secret]:
        """Return the secrets that a text holds, ids left out."""
        return frozenset(self._names_in(text))

    def without(self, secrets: Iterable[Secret]) -> "Sight":
        """Return a sight that no longer looks for some secrets."""
        gone = frozenset(secrets)
        ids = {parts: None if one in gone else one for parts, one in self.ids.items()}
        by_word = {
            word: tuple(name for name in those if name.secret not in gone)
            for word, those in self.by_word.items()
        }
        kept = {word: those for word, those in by_word.items() if those}
        unspaced = tuple(name for name in self.unspaced if name.secret not in gone)
        return Sight(MappingProxyType(ids), self.longest, MappingProxyType(kept), unspaced)

    @property
    def is_empty(self) -> bool:
        return not (any(self.ids.values()) or self.by_word or self.unspaced)

    def _ids_in(self, text: str) -> Iterator[Secret]:
        if not self.longest:
            return
        tokens = set(_TOKEN.findall(text.lower()))
        for token in tokens - self._harmless:
            found = tuple(self._ids_of(_PART.split(token)))
            yield from found
            if not found:
                self._harmless.add(token)

    def _ids_of(self, parts: list[str]) -> Iterator[Secret]:
        start = 0
        while start < len(parts):
            for end in range(min(len(parts), start + self.longest), start, -1):
                known = tuple(parts[start:end])
                if known in self.ids:
                    secret = self.ids[known]
                    if secret is not None:
                        yield secret
                    start = end - 1
                    break
            start += 1

    def _names_in(self, text: str) -> Iterator[Secret]:
        if not (self.by_word or self.unspaced):
            return
        pieces = _WORD.findall(text.casefold())
        words = set(pieces)
        near = [
            name
            for word in self.by_word.keys() & words
            for name in self.by_word[word]
            if name.words <= words
        ]
        if near or self.unspaced:
            row = f" {' '.join(pieces)} "
            yield from (name.secret for name in (*near, *self.unspaced) if name.phrase in row)


def _names(secret: Secret) -> Iterator[_Name]:
    words = folded(secret.text)
    if words:
        for phrase in sorted({words, _row(secret.text)}):
            is_spaced = secret.text.isascii()
            shown = f" {phrase} " if is_spaced else phrase
            yield _Name(secret, shown, frozenset(words.split()), is_spaced)


def folded(text: str) -> str:
    """Return the words of a text in lower case with single blanks between."""
    return " ".join(piece for piece in _WORD.findall(text.casefold()) if piece[0].isalnum())


def _row(text: str) -> str:
    """Return the words of a text and the signs that part them, with blanks between."""
    return " ".join(_WORD.findall(text.casefold())).strip('<>"=!{}[]|,;\t ')


def _parts(id: str) -> _Parts:
    return tuple(_PART.split(id.lower()))
