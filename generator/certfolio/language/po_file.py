"""Reads, merges and writes the .po file of a language: same words, same bytes.

Without places, line numbers and dates, so that a change of a .po file is a change of its words.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from babel.messages import Catalog
from babel.messages.pofile import normalize, read_po

from certfolio.language.entry import Entry

_ALIKE = 0.8
_Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Translated:
    """An entry with its translations, one for each plural form; empty where nobody made one.

    `is_fuzzy` marks a translation of words that have changed since: it is not used.
    """

    entry: Entry
    strings: tuple[str, ...]
    is_fuzzy: bool = False
    comments: tuple[str, ...] = ()

    @property
    def is_missing(self) -> bool:
        return not all(self.strings)


@dataclass(frozen=True, slots=True)
class PoFile:
    """A language's file: the comment at its top, and every message in order."""

    code: str
    comment: str
    messages: tuple[Translated, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A file brought up to date, and the entries that came and went."""

    file: PoFile
    added: tuple[Entry, ...]
    dropped: tuple[Entry, ...]


def read(code: str, source: bytes) -> PoFile:
    """Read a .po file; messages that it keeps as obsolete are left out."""
    catalog = read_po(io.BytesIO(source), locale=_tag(code), ignore_obsolete=True)
    found = tuple(_translated(message) for message in catalog if message.id)
    lines = source.decode("utf-8").splitlines()
    top = next((index for index, line in enumerate(lines) if not line.startswith("#")), 0)
    return PoFile(code, "\n".join(lines[:top]), found)


def empty(code: str) -> PoFile:
    """Return the file of a language that nobody has translated to."""
    name = Catalog(locale=_tag(code)).locale
    title = name.get_display_name("en") if name else code
    return PoFile(code, f"# {title}: the words of the portal. theme/README.md says how.", ())


def merge(old: PoFile, entries: Iterable[Entry]) -> Merged:
    """Keep what is still said, mark what is said in other words, add what is new, sorted."""
    wanted = {(entry.context, entry.text): entry for entry in sorted(entries, key=_sort_key)}
    known = {(each.entry.context, each.entry.text): each for each in old.messages}
    gone = {key: each for key, each in known.items() if key not in wanted}
    forms = Catalog(locale=_tag(old.code)).num_plurals
    messages = tuple(
        _kept(known[key], entry, forms) if key in known else _new(gone, entry, forms)
        for key, entry in wanted.items()
    )
    return Merged(
        replace(old, messages=messages),
        added=tuple(entry for key, entry in wanted.items() if key not in known),
        dropped=tuple(each.entry for each in gone.values()),
    )


def written(file: PoFile) -> str:
    """Return the text of a .po file."""
    return "\n".join((*_header(file), *(line for each in file.messages for line in _lines(each))))


def _translated(message: object) -> Translated:
    many = isinstance(message.id, tuple | list)  # type: ignore[attr-defined]
    ids = tuple(message.id) if many else (message.id, None)  # type: ignore[attr-defined]
    strings = message.string if many else (message.string,)  # type: ignore[attr-defined]
    return Translated(
        Entry(ids[0], ids[1], message.context),  # type: ignore[attr-defined]
        tuple(strings),
        message.fuzzy,  # type: ignore[attr-defined]
        tuple(message.user_comments),  # type: ignore[attr-defined]
    )


def _kept(old: Translated, entry: Entry, forms: int) -> Translated:
    if old.entry == entry:
        return old
    strings = _fitted(old.strings, entry, forms)
    return replace(old, entry=entry, strings=strings, is_fuzzy=any(strings))


def _new(gone: Mapping[_Key, Translated], entry: Entry, forms: int) -> Translated:
    """Start from the translation of words that are no longer said and that this resembles."""
    alike = [
        (ratio, each)
        for each in gone.values()
        if each.entry.context == entry.context and any(each.strings)
        for ratio in (SequenceMatcher(None, each.entry.text, entry.text).ratio(),)
        if ratio >= _ALIKE
    ]
    if not alike:
        return Translated(entry, _fitted((), entry, forms))
    _, nearest = max(alike, key=lambda pair: (pair[0], pair[1].entry.text))
    return Translated(entry, _fitted(nearest.strings, entry, forms), True, nearest.comments)


def _fitted(strings: tuple[str, ...], entry: Entry, forms: int) -> tuple[str, ...]:
    number = 1 if entry.plural is None else forms
    return (*strings, *[""] * number)[:number]


def _header(file: PoFile) -> Iterator[str]:
    catalog = Catalog(locale=_tag(file.code))
    yield file.comment
    yield 'msgid ""'
    yield 'msgstr ""'
    yield f'"Language: {file.code}\\n"'
    yield '"MIME-Version: 1.0\\n"'
    yield '"Content-Type: text/plain; charset=utf-8\\n"'
    yield '"Content-Transfer-Encoding: 8bit\\n"'
    yield f'"Plural-Forms: {catalog.plural_forms}\\n"'
    yield ""


def _lines(message: Translated) -> Iterator[str]:
    entry = message.entry
    yield from (f"# {comment}" for comment in message.comments)
    if message.is_fuzzy:
        yield "#, fuzzy"
    if entry.context is not None:
        yield f"msgctxt {_quoted(entry.context)}"
    yield f"msgid {_quoted(entry.text)}"
    if entry.plural is None:
        yield f"msgstr {_quoted(message.strings[0])}"
    else:
        yield f"msgid_plural {_quoted(entry.plural)}"
        for index, string in enumerate(message.strings):
            yield f"msgstr[{index}] {_quoted(string)}"
    yield ""


def _quoted(text: str) -> str:
    return normalize(text, width=0)


def _sort_key(entry: Entry) -> tuple[str, str, str]:
    return (*entry.sort_key, entry.plural or "")


def _tag(code: str) -> str:
    return code.replace("-", "_")
