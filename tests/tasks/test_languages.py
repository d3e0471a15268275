"""invoke languages begins a language and keeps it up to date; a build speaks it."""

from pathlib import Path

from command import certfolio, files

from certfolio.language.po_file import read
from workspaces import write_settings


def test_a_new_language_is_begun_in_the_workspace_and_then_spoken(workspace: Path) -> None:
    begun = certfolio(workspace, "languages", "--lang", "fr")
    assert begun.code == 0, begun.words
    assert begun.words.startswith("theme/languages/fr.po: ")
    file = workspace / "theme" / "languages" / "fr.po"
    again = certfolio(workspace, "languages")
    assert " 0 added, 0 taken out," in again.words
    text = file.read_text(encoding="utf-8")
    assert all(message.is_missing for message in read("fr", text.encode()).messages)
    owner = 'msgid "Skip to the content"\nmsgstr "'
    assert owner in text
    file.write_text(text.replace(owner, f"{owner}Aller au contenu"), encoding="utf-8")
    built = certfolio(workspace, "build", "--lang", "fr")
    assert built.code == 0, built.words
    page = (workspace / "output" / "internal" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in page
    assert ">Aller au contenu</a>" in page


def test_a_tag_that_is_no_language_is_said(workspace: Path) -> None:
    for tag in ("qqq", "en", "../de"):
        ended = certfolio(workspace, "languages", "--lang", tag)
        assert ended.code == 2
        assert "is not a language to translate to" in ended.words


def test_a_build_in_a_language_that_nobody_made_ends_with_two(workspace: Path) -> None:
    ended = certfolio(workspace, "build", "--lang", "tlh")
    assert ended.code == 2
    assert 'the language "tlh" is not known here' in ended.words
    assert not (workspace / "output" / "internal").exists()


def test_records_in_a_language_that_the_portal_does_not_speak_are_marked(workspace: Path) -> None:
    write_settings(workspace, lang="nl")
    ended = certfolio(workspace, "build")
    assert ended.code == 0, ended.words
    assert (
        "The portal speaks English: there is no theme/languages/nl.po"
        " (invoke languages --lang nl begins one)." in ended.words
    )
    page = (workspace / "output" / "internal" / "people.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert ' lang="nl">' in page


def test_a_language_is_the_same_bytes_again_and_another_build_than_english(workspace: Path) -> None:
    for output in ("one", "two"):
        assert certfolio(workspace, "build", "--lang", "de", "--output", output).code == 0
    assert files(workspace / "one") == files(workspace / "two")
    english, german = (
        certfolio(workspace, "build", "--lang", lang, "--output", "three").words.split("build ")[-1]
        for lang in ("en", "de")
    )
    assert english != german
