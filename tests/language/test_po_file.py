"""The .po file of a language keeps its translations, and changes only when words do."""

from certfolio.language.entry import Entry
from certfolio.language.po_file import empty, merge, read, written

OPEN = Entry("open", context="state")
DAYS = Entry("{number} day", "{number} days")
OWNED = Entry("Owned by {name}.")


def translated(*pairs: tuple[Entry, str]) -> bytes:
    text = written(merge(empty("de"), [entry for entry, _ in pairs]).file)
    for entry, said in pairs:
        begins = text.index(f'msgid "{entry.text}"')
        text = text[:begins] + text[begins:].replace('msgstr ""', f'msgstr "{said}"', 1)
    return text.encode()


def test_a_new_language_holds_every_message_empty_and_sorted() -> None:
    merged = merge(empty("de"), [OWNED, OPEN, DAYS])
    assert [each.entry for each in merged.file.messages] == [OWNED, DAYS, OPEN]
    assert all(each.is_missing for each in merged.file.messages)
    assert merged.added == (OWNED, DAYS, OPEN)
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in written(merged.file)


def test_what_is_written_is_read_again_byte_for_byte() -> None:
    once = written(merge(empty("de"), [OPEN, DAYS, OWNED]).file)
    again = written(merge(read("de", once.encode()), [DAYS, OWNED, OPEN]).file)
    assert again == once
    assert "POT-Creation-Date" not in once
    assert "#:" not in once


def test_a_translation_stays_with_the_comments_of_its_translator() -> None:
    source = translated((OPEN, "offen"), (OWNED, "Verantwortlich: {name}."))
    source = source.replace(b'msgctxt "state"', b'# not the verb\nmsgctxt "state"')
    merged = merge(read("de", source), [OPEN, OWNED, DAYS])
    said = {each.entry: each for each in merged.file.messages}
    assert said[OPEN].strings == ("offen",)
    assert said[OPEN].comments == ("not the verb",)
    assert merged.added == (DAYS,)
    assert "# not the verb" in written(merged.file)


def test_words_that_changed_keep_the_old_translation_but_do_not_use_it() -> None:
    source = translated((OWNED, "Verantwortlich: {name}."))
    changed = Entry("Owned by {name}, alone.")
    merged = merge(read("de", source), [changed])
    (only,) = merged.file.messages
    assert only.strings == ("Verantwortlich: {name}.",)
    assert only.is_fuzzy
    assert merged.dropped == (OWNED,)
    assert "#, fuzzy" in written(merged.file)


def test_what_has_a_plural_now_is_looked_at_again() -> None:
    source = translated((Entry("{number} day"), "{number} Tag"))
    (only,) = merge(read("de", source), [DAYS]).file.messages
    assert only.strings == ("{number} Tag", "")
    assert only.is_fuzzy
    assert only.is_missing


def test_equal_words_of_different_meaning_are_two_messages() -> None:
    source = translated((OPEN, "offen"))
    verb = Entry("open", context="verb")
    said = {
        each.entry: each.strings for each in merge(read("de", source), [OPEN, verb]).file.messages
    }
    assert said == {OPEN: ("offen",), verb: ("",)}
