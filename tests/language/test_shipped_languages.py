"""The languages that are shipped are complete, and their translations keep what is not words."""

import re
from pathlib import Path

import pytest

from certfolio.language.entry import fields
from certfolio.language.po_file import PoFile, Translated, merge, read, written
from certfolio.pipeline import Workspace
from certfolio.tasks.messages import messages

PROJECT = Path(__file__).resolve().parents[2]
THEME = PROJECT / "theme"
FILES = sorted((THEME / "languages").glob("*.po"))
_TAG = re.compile(r"<[^>]*>")

every_language = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def file_of(path: Path) -> PoFile:
    return read(path.stem, path.read_bytes())


def used(path: Path) -> list[Translated]:
    """Return what is translated; what is not is said in English."""
    return [each for each in file_of(path).messages if not each.is_missing and not each.is_fuzzy]


@every_language
def test_every_message_is_listed_and_nothing_else(path: Path) -> None:
    place = Workspace(PROJECT, PROJECT / "content", PROJECT / "schema", (THEME,))
    merged = merge(file_of(path), messages(place))
    assert merged.added == (), "run invoke languages"
    assert merged.dropped == (), "run invoke languages"
    assert written(merged.file) == path.read_text(encoding="utf-8"), "run invoke languages"


@every_language
def test_every_message_is_translated(path: Path) -> None:
    assert [each.entry.text for each in file_of(path).messages if each.is_missing] == []


@every_language
def test_no_translation_waits_to_be_looked_at_again(path: Path) -> None:
    assert [each.entry.text for each in file_of(path).messages if each.is_fuzzy] == []


@every_language
def test_a_translation_keeps_the_fields_and_tags_of_its_message(path: Path) -> None:
    wrong = [
        (each.entry.text, said)
        for each in used(path)
        for said in each.strings
        if not _agree(each, said)
    ]
    assert wrong == []


def _agree(each: Translated, said: str) -> bool:
    """Whether a form has all fields (one may leave the number out) and the same tags."""
    asked = fields(each.entry.text) | fields(each.entry.plural or "")
    optional = {"{number}", "%(num)s"} if each.entry.plural else set()
    return asked - optional <= fields(said) <= asked and sorted(_TAG.findall(said)) == sorted(
        _TAG.findall(each.entry.text)
    )
