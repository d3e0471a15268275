"""A language that marks every word of ours, so that what is not marked was never handed over."""

import re
from datetime import date

from babel import Locale
from babel.support import NullTranslations

from certfolio.language.entry import Entry
from certfolio.language.language import Language

OPEN, CLOSE = "⟦", "⟧"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


class _MarkingLanguage(Language):
    """Marks dates and sizes too: nobody writes them by hand."""

    def short_day(self, value: date) -> str:
        return _marked(value.isoformat())

    def long_day(self, value: date) -> str:
        return _marked(value.isoformat())

    def size(self, octets: int) -> str:
        return _marked(str(octets))


class _Marking(NullTranslations):
    def __init__(self) -> None:
        super().__init__()
        self.asked: set[Entry] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(Entry(message))
        return _marked(message)

    def pgettext(self, context: str, message: str) -> str:
        self.asked.add(Entry(message, context=context))
        return _marked(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        self.asked.add(Entry(one, many))
        return _marked(one if number == 1 else many)


def marking_language() -> tuple[Language, set[Entry]]:
    """Return the language, and the messages that it will have been asked for."""
    translations = _Marking()
    language = _MarkingLanguage("eo", Locale.parse("en_GB"), b"", translations)
    return language, translations.asked


def unmarked(html: str) -> str:
    """Return a page without anything that was marked."""
    while True:
        html, number = _MARKED.subn("", html)
        if not number:
            return html


def _marked(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}"
