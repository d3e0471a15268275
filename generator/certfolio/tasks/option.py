"""Understands what people write behind the flags that several commands share."""

import os
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from certfolio.intake.formats import FORMATS
from certfolio.intake.phrase import did_you_mean
from certfolio.language.language import SOURCE, Language
from certfolio.language.load import known_languages, load_language
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.records.portal_settings import Audience, PortalSettings

CONTENT = "folder with the records (default: content)"
LANG = "language of the portal's own words (default: lang of portal.yaml, else English)"
JOBS = "how many processes read and render at once (default: one per core)"
TODAY = "today"
_SOME_DAY = "2026-11-23"
_PROCESSES = re.compile("[1-9][0-9]{0,2}")


def jobs(given: str | None) -> int:
    """Return the number of processes to start; without an order, one per core."""
    if given is None:
        return os.cpu_count() or 1
    if _PROCESSES.fullmatch(given):
        return int(given)
    raise _wrong(
        f"--jobs {shown(given)} is not a number of processes", "a whole number from 1", "--jobs 2"
    )


def audience(name: str, settings: PortalSettings) -> Audience:
    """Return the declared audience of a name."""
    declared = {entry.name: entry for entry in settings.audiences}
    if name in declared:
        return declared[name]
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"the audience {shown(name)} is not declared in {settings.origin.path}",
        expected=f"one of {', '.join(declared)}" if len(declared) > 1 else next(iter(declared)),
        fix=did_you_mean(name, declared)
        or f"write --audience {next(iter(declared))}, or declare the audience in portal.yaml",
    )


def day_of_judgement(given: str | None, settings: PortalSettings) -> tuple[date, bool]:
    """Return the day everything is judged by, and whether it was taken from the clock.

    `--as-of` goes before `as_of` in portal.yaml. Nothing else asks the clock.
    """
    wanted = given if given is not None else settings.as_of
    if wanted is None:
        raise _wrong(
            "nobody says by which day to judge",
            "a date, or the word today",
            f"--as-of {_SOME_DAY}, or as_of: today in portal.yaml",
        )
    if wanted == TODAY:
        return datetime.now(UTC).astimezone().date(), True
    form = FORMATS["date-or-today"]
    if form.accepts(wanted):
        return date.fromisoformat(wanted), False
    meant = form.advise(wanted)
    reason = f": {meant.reason}" if meant.reason else ""
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"--as-of {shown(wanted)} is not a date{reason}",
        expected=form.expected,
        fix=meant.hint or f"write --as-of {meant.value or _SOME_DAY}",
    )


def language(given: str | None, settings: PortalSettings, themes: Sequence[Path]) -> Language:
    """Return the language that a portal speaks.

    `--lang` goes before `lang` in portal.yaml, which also names the language of the records: where
    the themes have no words in that one, the portal speaks English.
    """
    if given is not None:
        return load_language(given, themes)
    return load_language(
        settings.lang if settings.lang in known_languages(themes) else SOURCE, themes
    )


def day(flag: str, given: str | None, *, takes_today: bool = False) -> date | None:
    """Return the date behind a flag, None where nobody gave one; only `today` asks the clock."""
    if given is None:
        return None
    if takes_today and given == TODAY:
        return datetime.now(UTC).astimezone().date()
    if FORMATS["date"].accepts(given):
        return date.fromisoformat(given)
    meant = FORMATS["date"].advise(given)
    write = f"--{flag} {meant.value or _SOME_DAY}"
    raise _wrong(f"--{flag} {shown(given)} is not a date", "a date such as 2026-11-23", write)


def language_note(
    given: str | None, settings: PortalSettings, themes: Sequence[Path]
) -> str | None:
    """Say that the portal speaks English because nobody translated it to the records' language."""
    if given is not None or settings.lang in known_languages(themes):
        return None
    return (
        f"The portal speaks English: there is no theme/languages/{settings.lang}.po"
        f" (invoke languages --lang {settings.lang} begins one)."
    )


def folder(given: str) -> Path:
    """Return the folder a person names; `~` is their home folder where no shell replaced it."""
    return Path(given).expanduser()


def _wrong(found: str, expected: str, write: str) -> Stop:
    return Stop(ExitCode.CONFIGURATION, found=found, expected=expected, fix=f"write {write}")
