"""The language a portal speaks: its own words, dates and numbers as readers of it write them."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from certfolio.language.entry import fields
from certfolio.model.message import Listing, LongDay, Message, Month
from certfolio.model.quoting import shown

SOURCE = "en"
# English is written for readers of every country: the day first
_LOCALES: Mapping[str, str] = {SOURCE: "en_GB"}
_UNITS = ("kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class Language:
    """One language with the translations of our own words; without any, it speaks English.

    `code` is the tag that stands in `lang` attributes, `source` the bytes of the .po file.
    """

    code: str
    locale: Locale
    source: bytes = b""
    translations: NullTranslations = field(
        default_factory=NullTranslations, compare=False, repr=False
    )

    def text(self, said: str) -> str:
        """Say a message in this language; any other text is somebody's and stays as it is."""
        if isinstance(said, Listing):
            parts = [self.shown(item) for item in said.items]
            joined = said.between
            return joined.join(parts) if joined else format_list(parts, locale=self.locale)
        if isinstance(said, LongDay):
            return self.long_day(said.day)
        if isinstance(said, Month):
            return self.month(said.day)
        if not isinstance(said, Message):
            return said
        pattern = self._pattern(said)
        if not said.values:
            return pattern
        return pattern.format_map({key: self.shown(value) for key, value in said.values.items()})

    def shown(self, value: object) -> str:
        """Write any value: messages translated, dates and numbers the way the language does."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, date):
            return self.short_day(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value)
        return str(value)

    def short_day(self, value: date) -> str:
        """Write a date short enough for a table: `2026-10-05` in English, `05.10.2026` in German.

        English keeps the international form, because readers of different countries read the
        short English forms differently.
        """
        if self.code == SOURCE:
            return value.isoformat()
        return str(format_date(value, "medium", locale=self.locale))

    def long_day(self, value: date) -> str:
        """Write a date for reading: `5 October 2026`, `5. Oktober 2026`."""
        return str(format_date(value, "long", locale=self.locale))

    def month(self, value: date) -> str:
        """Write a month in figures: `2026-10`, `10/2026`."""
        if self.code == SOURCE:
            return value.isoformat()[:7]
        return str(format_skeleton("yMM", value, locale=self.locale))

    def number(self, value: float) -> str:
        """Write a number without an exponent and without a fraction it does not have."""
        if self.code == SOURCE:
            return str(int(value)) if float(value).is_integer() else repr(value)
        pattern = "0.##########" if abs(value) < 10_000 else "#,##0.##########"
        return str(format_decimal(value, format=pattern, locale=self.locale))

    def size(self, octets: int) -> str:
        """Write the size of a file in decimal units: `512 bytes`, `12.3 kB`."""
        if octets < 1000:
            return self.text(Message("{number} bytes", {"number": octets}))
        amount = float(octets)
        for unit in _UNITS:
            amount /= 1000
            if amount < 999.95 or unit == _UNITS[-1]:
                break
        return f"{format_decimal(amount, format='0.0', locale=self.locale)} {unit}"

    def _pattern(self, said: Message) -> str:
        of = self.translations
        if said.plural is None or said.number is None:
            if said.context is None:
                return str(of.gettext(said.pattern)) if said.pattern else ""
            return str(of.pgettext(said.context, said.pattern))
        return str(of.ngettext(said.pattern, said.plural, said.number))


def language(code: str, source: bytes = b"") -> Language:
    """Return the language of a tag such as `de`, speaking from the bytes of a .po file.

    Raise ValueError where the file is no .po file or a translation has a field of its own,
    babel.UnknownLocaleError where no such language is known.
    """
    locale = Locale.parse(_LOCALES.get(code, code.replace("-", "_")))
    if not source:
        return Language(code, locale)
    catalog = read_po(io.BytesIO(source), locale=locale, abort_invalid=True)
    _check_fields(catalog)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Language(code, locale, source, Translations(compiled))


def _check_fields(catalog: Catalog) -> None:
    """Refuse what would break while a page is made: a field that nothing can fill."""
    for message in catalog:
        known = frozenset().union(*map(fields, _texts(message.id)))
        for text in _texts(message.string):
            unknown = fields(text) - known
            if message.id and unknown:
                first = _texts(message.id)[0]
                raise ValueError(f"the translation of {shown(first)} names {min(unknown)}")


def _texts(text: str | Sequence[str] | None) -> Sequence[str]:
    return (text,) if isinstance(text, str) else text or ()


ENGLISH = language(SOURCE)
