"""Finds the .po file of a language in the themes: one file is all that a language needs."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel import UnknownLocaleError
from babel.messages.pofile import PoFileError

from certfolio.language.language import SOURCE, Language, language
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop

FOLDER = "languages"


def known_languages(themes: Iterable[Path]) -> tuple[str, ...]:
    """Return the tags of all languages that the themes bring, English first."""
    found = {file.stem for theme in themes for file in (theme / FOLDER).glob("*.po")}
    return (SOURCE, *sorted(found - {SOURCE}))


def load_language(code: str, themes: Sequence[Path]) -> Language:
    """Return a language from the first theme that brings it.

    Raise Stop where no theme does, or where its file cannot be read as a .po file.
    """
    file = next(_files(code, themes), None)
    if file is None and code != SOURCE:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"the language {shown(code)} is not known here",
            expected=f"one of {', '.join(known_languages(themes))}",
            fix=f"write --lang {SOURCE}, or add theme/{FOLDER}/ with a file {code}.po in it",
        )
    try:
        return language(code, file.read_bytes() if file else b"")
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"theme/{FOLDER}/{code}.po cannot be used: {error}",
            expected="a gettext file named after a language, such as de.po or pt-BR.po",
            fix="repair the file with an editor for .po files, or take it away",
        ) from error


def _files(code: str, themes: Iterable[Path]) -> Iterator[Path]:
    # the name is compared, never joined: a tag is what somebody typed
    for theme in themes:
        yield from (file for file in (theme / FOLDER).glob("*.po") if file.stem == code)
