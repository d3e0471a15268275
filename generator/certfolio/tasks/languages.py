"""The command that brings the .po files of the languages up to date."""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.pofile import PoFileError
from invoke.context import Context
from invoke.tasks import task

from certfolio.language import po_file
from certfolio.language.language import SOURCE
from certfolio.language.load import FOLDER
from certfolio.language.po_file import Merged, PoFile
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.pipeline import Workspace
from certfolio.tasks import option
from certfolio.tasks.ending import ending
from certfolio.tasks.messages import messages
from certfolio.tasks.terminal import say
from certfolio.tasks.workspace import workspace

_HELP = {
    "lang": "the language to bring up to date or to begin, such as fr (default: all there are)",
    "content": option.CONTENT,
}


@task(auto_shortflags=False, help=_HELP)
def languages(_context: Context, lang: str | None = None, content: str | None = None) -> None:
    """Bring the files of the portal's languages up to date, or begin a new one."""
    with ending():
        place = workspace(content)
        folder = place.project / "theme" / FOLDER
        codes = (
            [_known(lang)] if lang is not None else [f.stem for f in sorted(folder.glob("*.po"))]
        )
        entries = messages(place)
        for code in codes:
            merged = po_file.merge(_begun(place, folder, code), entries)
            target = folder / f"{code}.po"
            folder.mkdir(parents=True, exist_ok=True)
            target.write_text(po_file.written(merged.file), encoding="utf-8", newline="\n")
            for line in _told(target.relative_to(place.project).as_posix(), merged):
                say(line)
        if not codes:
            say(f"There is no file in theme/{FOLDER}; begin one with --lang and a tag such as fr.")


def _known(lang: str) -> str:
    try:
        Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise _unknown(lang) from error
    if lang == SOURCE:
        raise _unknown(lang)
    return lang


def _unknown(lang: str) -> Stop:
    return Stop(
        ExitCode.CONFIGURATION,
        found=f"--lang {shown(lang)} is not a language to translate to",
        expected="the tag of a language other than English, such as fr or pt-BR",
        fix="write --lang fr",
    )


def _begun(place: Workspace, folder: Path, code: str) -> PoFile:
    """Read the workspace's own file, else the shipped one to start from, else begin anew."""
    shipped = (theme / FOLDER / f"{code}.po" for theme in place.themes)
    for file in (folder / f"{code}.po", *shipped):
        if file.is_file():
            try:
                return po_file.read(code, file.read_bytes())
            except (PoFileError, ValueError) as error:
                raise Stop(
                    ExitCode.CONFIGURATION,
                    found=f"theme/{FOLDER}/{code}.po cannot be read: {error}",
                    expected="a gettext file",
                    fix="repair the file with an editor for .po files, or take it away",
                ) from error
    return po_file.empty(code)


def _told(name: str, merged: Merged) -> Iterator[str]:
    said = merged.file.messages
    missing = sum(message.is_missing for message in said)
    fuzzy = sum(message.is_fuzzy for message in said)
    yield (
        f"{name}: {len(said)} messages, {len(merged.added)} added, {len(merged.dropped)} taken out,"
        f" {missing} to translate, {fuzzy} to look at again."
    )
    yield from (f"  added: {entry.text}" for entry in merged.added[:_MOST])
    if len(merged.added) > _MOST:
        yield f"  and {len(merged.added) - _MOST} more"


_MOST = 20
