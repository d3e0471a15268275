"""The index: compact, in order, made of what the audience may see and of nothing else."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certfolio.model.classification import Classification
from certfolio.portal.edition import Edition
from certfolio.portal.page_kinds.search import SearchView, pages
from certfolio.portal.search.column import PASSAGE, passage
from certfolio.portal.search.document import SearchDocument
from certfolio.portal.search.impact import LEVELS, level, postings
from certfolio.portal.search.index import index
from certfolio.portal.search.packing import ALPHABET, packed, unpacked
from certfolio.portal.search.prose_text import plain_text
from portal.editions import empty_edition, silent_edition, small_edition
from portal.search.reference_search import ReferenceSearch, blocks_of, words_of

_POSTINGS = st.sets(st.integers(0, 40_000)).flatmap(
    lambda numbers: st.tuples(
        *(st.tuples(st.just(number), st.integers(0, 63)) for number in sorted(numbers))
    )
)


def view_of(edition: Edition) -> SearchView:
    (page,) = pages(edition)
    assert isinstance(page.view, SearchView)
    return page.view


def asked(edition: Edition, query: str) -> list[str]:
    """Return ids, or titles where there is none, in the order of the results."""
    blocks = blocks_of(view_of(edition).blocks)
    entries = blocks["search-documents"]
    found = ReferenceSearch(blocks).search(query)
    return [entries["id"][at] or entries["title"][at] for at in found]


def documents(*titles: str, text: str = "") -> list[SearchDocument]:
    return [
        SearchDocument(f"DOC-{n:03}", title, f"doc-{n:03}.html", "document", "Document", text=text)
        for n, title in enumerate(titles, 1)
    ]


def found(query: str, *titles: str) -> list[str]:
    made = documents(*titles)
    blocks = blocks_of(index(made, {"document": "Documents"}, {}))
    return [titles[at] for at in ReferenceSearch(blocks).search(query)]


@given(_POSTINGS)
def test_postings_are_packed_without_loss_and_need_no_escaping(
    given_postings: tuple[tuple[int, int], ...],
) -> None:
    text = packed(given_postings)
    assert tuple(unpacked(text)) == given_postings
    assert set(text) <= set(ALPHABET)


def test_levels_grow_and_are_found_again() -> None:
    assert len(LEVELS) == 64
    assert list(LEVELS) == sorted(set(LEVELS))
    assert [level(value) for value in LEVELS] == list(range(64))
    assert level(0) == 0 and level(10**9) == 63


def test_a_rare_word_tells_more_and_a_title_more_than_a_text() -> None:
    made = documents("Backup", "Audit plan", "Audit report", text="backup of the audit data")
    told = {term: dict(found_) for term, found_ in postings(made).items()}
    assert told["backup"][0] > told["backup"][1]
    assert told["plan"][1] > told["audit"][1]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("managment", "Management"),
        ("mangaement", "Management"),
        ("manegemant", "Management"),
        ("calibraton", "Calibration"),
        ("clibration", "Calibration"),
        ("acess", "Access"),
        ("suplier", "Supplier"),
        ("risc", "Risk"),
        ("pruefung", "Prüfung"),
        ("prufung", "Prüfung"),
        ("PRÜFUNG", "Prüfung"),
        ("calibr", "Calibration"),
        ("managmen", "Management"),
        ("suppliers", "Supplier"),
        ("policies", "Policy"),
        ("品質", "品質管理"),
    ],
)
def test_slips_and_beginnings_are_forgiven(typed: str, title: str) -> None:
    titles = ("Management", "Calibration", "Access", "Supplier", "Risk", "Prüfung", "Policy")
    assert found(typed, *titles, "品質管理")[:1] == [title]


@pytest.mark.parametrize(
    "typed", ["cat", "zzzzzzzz", ".*", "", "   ", '"', "<img onerror>", "9.1", "8.11"]
)
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert found(typed, "Cut of 8.1", "8.10 Lists", "Number 9.11") == []


def test_a_clause_is_not_the_beginning_of_another_one() -> None:
    titles = ("8.1 Planning", "8.10 Lists", "8.1.2 Deeper")
    assert found("8.1", *titles) == ["8.1 Planning", "8.1.2 Deeper"]
    assert found("8.10", *titles) == ["8.10 Lists"]


def test_all_words_first_and_else_the_entries_with_most_of_them() -> None:
    titles = ("Audit plan", "Audit", "Plan of the year", "Menu")
    assert found("audit plan", *titles) == ["Audit plan"]
    assert found("audit plan year", *titles) == ["Plan of the year", "Audit plan", "Audit"]


def test_stop_words_count_only_where_nothing_else_is_asked() -> None:
    assert [word.text for word in words_of("review of the risks")] == ["review", "risks"]
    assert [word.text for word in words_of("of the")] == ["of", "the"]
    assert [word.is_open for word in words_of("risk review")] == [False, True]
    assert [word.is_open for word in words_of("risk review ")] == [False, False]


def test_an_id_goes_before_everything_that_names_it() -> None:
    assert asked(small_edition(), "e-001")[0] == "E-001"
    assert asked(small_edition(), "e1")[0] == "E-001"
    assert asked(small_edition(), "a.5.15")[0] == "A.5.15"
    assert asked(small_edition(), "5.15")[0] == "A.5.15"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("matrix", "Matrix"),
        ("measurement traceability", "7.1.5.2"),
        ("iso 9001", "ISO 9001:2015"),
    ],
)
def test_what_is_called_so_comes_first(query: str, first: str) -> None:
    assert asked(small_edition(), query)[0] == first


def test_file_names_headings_and_owners_are_found() -> None:
    edition = small_edition()
    (record, path), file = next(iter(edition.files.items()))
    assert record in asked(edition, path.rpartition("/")[2])
    assert record in asked(edition, file.title)
    owner = edition.graph.record(edition.graph.record(record).owner)
    assert record in asked(edition, owner.title)


def test_an_empty_edition_has_pages_to_find_and_nothing_else() -> None:
    view = view_of(empty_edition())
    assert view.numbers == ()
    assert "Start" in asked(empty_edition(), "start")
    assert asked(empty_edition(), "e-001") == []


def test_one_record_alone_is_found() -> None:
    record = small_edition().graph.record("E-001")
    assert asked(small_edition((record,)), "e-001")[0] == "E-001"


def test_an_edition_without_readiness_does_not_name_it() -> None:
    entries = blocks_of(view_of(silent_edition()).blocks)["search-documents"]
    called = " ".join((*entries["types"], *entries["nouns"], *entries["href"])).lower()
    for canary in ("readiness", "waiver", "gap item", "due.html", "rules"):
        assert canary not in called


def test_hidden_records_leave_no_byte(edition: Edition) -> None:
    """Two organizations, one of which has a secret: who may not see it gets the same search."""
    canary = "xyzzycanary"
    secret = replace(
        edition.graph.record("E-001"),
        id="E-999",
        title=f"{canary} title",
        classification=Classification.RESTRICTED,
    )
    plain = json.dumps([block.data for block in view_of(edition).blocks])
    seen = tuple(r for r in (*edition.graph.records, secret) if r.id != "E-999")
    assert json.dumps([block.data for block in view_of(small_edition(seen)).blocks]) == plain
    with_secret = view_of(small_edition((*edition.graph.records, secret)))
    assert canary in json.dumps([block.data for block in with_secret.blocks])


def test_terms_are_in_the_order_of_a_script() -> None:
    terms = blocks_of(view_of(small_edition()).blocks)["search-terms"]["terms"].split(" ")
    units = [term.encode("utf-16-be", "surrogatepass") for term in terms]
    assert units == sorted(units)
    assert len(set(terms)) == len(terms)


def test_a_long_text_is_cut_at_a_blank() -> None:
    (long,) = documents("Long", text="word " * 1000)
    assert len(passage(long)) <= PASSAGE + 2
    assert passage(long).endswith("word …")
    (endless,) = documents("Endless", text="x" * 5000)
    assert passage(endless) == "x" * PASSAGE + " …"


def test_html_becomes_its_words() -> None:
    html = '<h2 id="a">One</h2><p>Two <em>thr</em>ee &amp; <a title="a > b" href="x">four</a></p>'
    assert plain_text(html) == "One Two three & four"


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert view_of(small_edition()).blocks == view_of(small_edition()).blocks
