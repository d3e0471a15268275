"""Finds secrets in a text, whatever stands between their words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from certfolio.audience.secret import Kind, Secret

_TOKEN = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_WORD = re.compile(r"""[^\W_]+|[<>"=!{}\[\]|,;\t]+""")
_PARTED = "|"
_PART = re.compile(r"[.-]")

_Parts = tuple[str, ...]


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
    by_word: Mapping[str, tuple[tuple[str, Secret], ...]]
    unspaced: tuple[tuple[str, Secret], ...]
    _harmless: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, secrets: Iterable[Secret], open_ids: Iterable[str]) -> "Sight":
        """Return a sight for secrets; `open_ids` are the ids that may be named."""
        wanted = tuple(secrets)
        ids: dict[_Parts, Secret | None] = {
            _parts(secret.text): secret for secret in wanted if secret.kind is Kind.ID
        }
        ids |= dict.fromkeys(map(_parts, open_ids))
        by_word: dict[str, list[tuple[str, Secret]]] = {}
        unspaced = []
        for secret in wanted:
            words = folded(secret.text).split()
            if secret.kind is Kind.ID or not words:
                continue
            anchor = max(words, key=lambda word: (len(word), word))
            for phrase in {" ".join(words), _row(secret.text)}:
                if secret.text.isascii():
                    by_word.setdefault(anchor, []).append((f" {phrase} ", secret))
                else:
                    unspaced.append((phrase, secret))
        kept = {word: tuple(those) for word, those in by_word.items()}
        longest = max(map(len, ids), default=0)
        return cls(MappingProxyType(ids), longest, MappingProxyType(kept), tuple(unspaced))

    def found(self, text: str) -> frozenset[Secret]:
        """Return the secrets that a text holds."""
        return frozenset((*self._ids_in(text), *self._names_in(text)))

    def without(self, secrets: Iterable[Secret]) -> "Sight":
        """Return a sight that no longer looks for some secrets."""
        gone = frozenset(secrets)
        ids = {parts: None if one in gone else one for parts, one in self.ids.items()}
        by_word = {
            word: tuple(pair for pair in those if pair[1] not in gone)
            for word, those in self.by_word.items()
        }
        kept = {word: those for word, those in by_word.items() if those}
        unspaced = tuple(pair for pair in self.unspaced if pair[1] not in gone)
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
        near = self.by_word.keys() & set(pieces)
        if not (near or self.unspaced):
            return
        row = f" {_joined(pieces)} "
        for word in near:
            yield from (secret for phrase, secret in self.by_word[word] if phrase in row)
        yield from (secret for phrase, secret in self.unspaced if phrase in row)


def folded(text: str) -> str:
    """Return the words of a text in lower case with single blanks between."""
    return " ".join(piece for piece in _WORD.findall(text.casefold()) if piece[0].isalnum())


def _row(text: str) -> str:
    """Return the words of a text with a mark where a sign parts them."""
    return _joined(_WORD.findall(text.casefold()))


def _joined(pieces: list[str]) -> str:
    return " ".join(piece if piece[0].isalnum() else _PARTED for piece in pieces).strip()


def _parts(id: str) -> _Parts:
    return tuple(_PART.split(id.lower()))
