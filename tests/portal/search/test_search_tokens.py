"""Words are found however they are written, and 8.10 is not 8.1."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certfolio.portal.search.fold import fold
from certfolio.portal.search.token import LONGEST, id_tokens, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Prüfung", "prufung"),
        ("Straße", "strasse"),
        ("ÉCOLE naïve", "ecole naive"),
        ("Ｆｕｌｌ ｗｉｄｔｈ １２３", "full width 123"),
        ("ﬁle ½", "file 1⁄2"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("ŁÓDŹ Ørsted Æsir Þing", "lodz orsted aesir thing"),
        ("İstanbul ısı", "istanbul isi"),
        ("ΟΔΟΣ", "οδοσ"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Access control", ["access", "control"]),
        ("A.5.15", ["a.5.15", "15"]),
        ("8.10", ["8.10", "10"]),
        ("8.1", ["8.1"]),
        ("DOC-017", ["doc-017", "doc", "017"]),
        ("iso-27001-2022:A.8.13", ["iso-27001-2022", "iso", "27001", "2022", "a.8.13", "13"]),
        ("ISO9001", ["iso9001", "iso", "9001"]),
        ("report_2026-03.pdf", ["report_2026-03.pdf", "report", "2026", "03", "pdf"]),
        ("follow-up and/or", ["follow", "up", "and", "or"]),
        ("the auditor's notes", ["the", "auditor", "notes"]),
        ("Prüfung", ["prufung", "pruefung"]),
        ("品質管理", ["品質", "質管", "管理"]),
        ("ISO認証", ["iso", "認証"]),
        ("印", ["印"]),
        ("गुणवत्ता नीति", ["गुणवत्ता", "नीति"]),
        ("a@b.example", ["a", "b", "example"]),
        (".*", []),
        ("", []),
    ],
)
def test_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert list(tokens(text)) == words


def test_an_id_is_found_however_it_is_typed() -> None:
    assert set(id_tokens("DOC-017")) == {"doc-017", "doc", "017", "doc-17", "doc017", "doc17", "17"}
    assert set(id_tokens("A.5.15")) >= {"a.5.15", "5.15"}
    assert "a515" not in set(id_tokens("A.5.15"))


@given(st.text())
def test_folding_once_is_enough_and_words_are_never_empty_or_endless(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(0 < len(word) <= LONGEST and " " not in word for word in tokens(text))


@given(st.text(alphabet="aäoöuüéàñçABC"))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert list(tokens(unicodedata.normalize("NFD", text))) == list(tokens(text))
