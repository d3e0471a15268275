"""A message as translators see it: what is translated, apart from what it is filled with."""

import re
from dataclasses import dataclass

from certfolio.model.message import Message

_FIELD = re.compile(r"\{\w*\}|%\(\w+\)s|%%")


@dataclass(frozen=True, slots=True)
class Entry:
    """A msgid, with its plural form and its context where it has them."""

    text: str
    plural: str | None = None
    context: str | None = None

    @property
    def has_words(self) -> bool:
        """Whether there is anything to translate beside fields and signs."""
        return any(map(str.isalpha, _FIELD.sub("", self.text)))

    @property
    def sort_key(self) -> tuple[str, str]:
        return self.context or "", self.text


def entry_of(said: Message) -> Entry:
    return Entry(said.pattern, said.plural, said.context)


def fields(text: str) -> frozenset[str]:
    """Return the fields of a pattern, `{day}` or `%(day)s`."""
    return frozenset(_FIELD.findall(text)) - {"%%"}
