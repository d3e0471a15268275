"""A language with its own words, numbers and days, spoken from a few lines of a .po file."""

from datetime import date
from pathlib import Path

import pytest

from certfolio.language.language import ENGLISH, language
from certfolio.language.load import known_languages, load_language
from certfolio.model.message import Listing, LongDay, Month, say, say_count, word
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

DAY = date(2026, 10, 5)
HEAD = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
GERMAN = (
    HEAD
    + """
msgid "{document} was to be reviewed by {due}, {number} day ago."
msgid_plural "{document} was to be reviewed by {due}, {number} days ago."
msgstr[0] "{document} war vor {number} Tag zu prüfen, am {due}."
msgstr[1] "{document} war vor {number} Tagen zu prüfen, am {due}."

msgid "{document} names {lacking}."
msgstr "{document} nennt {lacking}."

msgid "no version"
msgstr "keine Version"

msgid "no owner"
msgstr "keinen Verantwortlichen"

msgid "no approver"
msgstr "keinen Freigebenden"

msgctxt "state"
msgid "open"
msgstr "offen"

msgid "{number} bytes"
msgstr "{number} Byte"
"""
)
SAID_IN_GERMAN = language("de", GERMAN.encode())


def test_a_sentence_takes_the_order_of_its_language() -> None:
    overdue = say_count(
        "{document} was to be reviewed by {due}, {number} day ago.",
        "{document} was to be reviewed by {due}, {number} days ago.",
        12,
        document="DOC-001",
        due=DAY,
    )
    assert SAID_IN_GERMAN.text(overdue) == "DOC-001 war vor 12 Tagen zu prüfen, am 05.10.2026."
    assert ENGLISH.text(overdue) == overdue


def test_what_stands_inside_is_translated_too() -> None:
    lacking = Listing([say("no version"), say("no owner"), say("no approver")])
    told = say("{document} names {lacking}.", document="DOC-001", lacking=lacking)
    assert SAID_IN_GERMAN.text(told) == (
        "DOC-001 nennt keine Version, keinen Verantwortlichen und keinen Freigebenden."
    )
    assert ENGLISH.text(told) == "DOC-001 names no version, no owner and no approver."


def test_a_row_keeps_its_signs() -> None:
    row = Listing([say("no version"), say("no owner")], "; ")
    assert SAID_IN_GERMAN.text(row) == "keine Version; keinen Verantwortlichen"


def test_a_word_is_found_in_its_context_only() -> None:
    assert SAID_IN_GERMAN.text(word("state", "open")) == "offen"
    assert SAID_IN_GERMAN.text(word("verb", "open")) == "open"


def test_text_of_somebody_is_not_touched() -> None:
    assert SAID_IN_GERMAN.text("no version") == "no version"
    named = say("{document} names {lacking}.", document="DOC-001", lacking="no version")
    assert SAID_IN_GERMAN.text(named) == "DOC-001 nennt no version."


def test_what_no_translation_holds_is_said_in_english() -> None:
    untold = say("Seen on {day}.", day=DAY)
    assert SAID_IN_GERMAN.text(untold) == "Seen on 05.10.2026."


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (DAY, "2026-10-05", "05.10.2026"),
        (LongDay(DAY), "5 October 2026", "5. Oktober 2026"),
        (Month(DAY), "2026-10", "10/2026"),
        (1234, "1234", "1234"),
        (12345.5, "12345.5", "12.345,5"),
        (0.25, "0.25", "0,25"),
        (3.0, "3", "3"),
        (True, "True", "True"),
        (None, "None", "None"),
    ],
)
def test_days_and_numbers_are_written_as_readers_write_them(
    value: object, english: str, german: str
) -> None:
    assert ENGLISH.shown(value) == english
    assert SAID_IN_GERMAN.shown(value) == german


@pytest.mark.parametrize(
    ("octets", "english", "german"),
    [
        (0, "0 bytes", "0 Byte"),
        (999, "999 bytes", "999 Byte"),
        (1000, "1.0 kB", "1,0 kB"),
        (999_949, "999.9 kB", "999,9 kB"),
        (999_950, "1.0 MB", "1,0 MB"),
        (12_345_678_901, "12.3 GB", "12,3 GB"),
    ],
)
def test_sizes_have_a_unit_that_fits(octets: int, english: str, german: str) -> None:
    assert ENGLISH.size(octets) == english
    assert SAID_IN_GERMAN.size(octets) == german


def _theme(folder: Path, **files: str) -> Path:
    (folder / "languages").mkdir()
    for name, text in files.items():
        (folder / "languages" / f"{name}.po").write_text(text, encoding="utf-8")
    return folder


def test_one_file_is_all_that_a_language_needs(tmp_path: Path) -> None:
    theme = _theme(tmp_path, de=GERMAN)
    assert known_languages([theme]) == ("en", "de")
    assert load_language("de", [theme]).text(word("state", "open")) == "offen"
    assert load_language("en", [theme]).text(word("state", "open")) == "open"


def test_a_language_that_no_theme_brings_is_said_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stopped:
        load_language("../de", [_theme(tmp_path, de=GERMAN)])
    assert stopped.value.exit_code is ExitCode.CONFIGURATION
    assert str(stopped.value) == (
        'the language "../de" is not known here\n'
        "  expected: one of en, de\n"
        "  fix: write --lang en, or add theme/languages/ with a file ../de.po in it"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("de", "this is no translation"),
        ("de", HEAD + '\nmsgid "Owned by {name}."\nmsgstr "Gehört {person}."\n'),
        ("klingonisch", GERMAN),
    ],
)
def test_a_file_that_cannot_be_used_stops_with_exit_code_2(
    tmp_path: Path, name: str, text: str
) -> None:
    with pytest.raises(Stop) as stopped:
        load_language(name, [_theme(tmp_path, **{name: text})])
    assert stopped.value.exit_code == 2
    first, expected, fix = str(stopped.value).split("\n")
    assert first.startswith(f"theme/languages/{name}.po cannot be used: ")
    assert (
        expected == "  expected: a gettext file named after a language, such as de.po or pt-BR.po"
    )
    assert fix == "  fix: repair the file with an editor for .po files, or take it away"


def test_a_translation_may_leave_out_a_field_but_not_invent_one() -> None:
    silent = HEAD + '\nmsgid "Owned by {name}."\nmsgstr "Vergeben."\n'
    assert language("de", silent.encode()).text(say("Owned by {name}.", name="x")) == "Vergeben."
    wrong = HEAD + '\nmsgid "Owned by {name}."\nmsgstr "Gehört {person}."\n'
    with pytest.raises(ValueError, match=r"the translation of .*Owned by .* names {person}"):
        language("de", wrong.encode())
