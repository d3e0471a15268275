"""Record pages: nothing that a record says is lost, and everything says where it leads."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

import pytest
from bs4 import BeautifulSoup

from certfolio.language.language import ENGLISH
from certfolio.model.clause import ClauseRef
from certfolio.model.message import LongDay
from certfolio.portal import address, wording
from certfolio.portal.edition import Edition
from certfolio.records.part import Period
from certfolio.records.record import Record
from certfolio.records.record_types import RECORD_TYPES, type_of
from portal.editions import small_edition
from portal.example_record import example_records
from portal.rendering import rendered, words

Soups = Mapping[str, BeautifulSoup]


def leaves(value: Any) -> Iterator[Any]:
    """Yield every single value inside a record, however deep."""
    if isinstance(value, tuple | list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, Mapping):
        yield from leaves(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, ClauseRef | Period):
        for field in fields(value):
            if field.name not in {"origin", "prose"}:
                yield from leaves(getattr(value, field.name))
    else:
        yield value


def spoken(value: Any) -> set[str]:
    """Return the ways in which a page may say a value."""
    if isinstance(value, bool):
        return {wording.yes_or_no(value)}
    if isinstance(value, date):
        return {value.isoformat(), LongDay(value)}
    if isinstance(value, float | int):
        return {ENGLISH.number(value)}
    if isinstance(value, Period):
        return {wording.span(value.begins, value.ends)}
    if isinstance(value, ClauseRef):
        return {value.number}
    if isinstance(value, Enum):
        return {value.value}
    return {str(value), str(value).rpartition("/")[2]}


@pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)
def test_every_value_of_every_field_is_on_the_page(
    row: Any, edition: Edition, soups: Soups
) -> None:
    record = edition.graph.all(row.record)[0]
    page = words(soups[address.record(record.id)].main.get_text(" "))
    hidden_behind_words = {"iso-9001-2015": "ISO 9001:2015", "iso-27001-2022": "ISO 27001:2022"}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in {"origin", "prose"}:
            continue
        assert value not in (None, ()), f"the example of {row.name} has no {field.name}"
        for leaf in leaves(value):
            if field.name == "files" and leaf in unspoken(record):
                continue
            said = {hidden_behind_words.get(word, word) for word in spoken(leaf)}
            assert any(word in page for word in said), f"{row.name}.{field.name}: {leaf!r}"


def unspoken(record: Record) -> set[str | None]:
    """Return what an author writes of a file and its page does not say.

    The page shows the digest of the shipped file, and a reason for macros only beside a file that
    can hold them, which the example, a PDF, cannot.
    """
    entries = record.files  # type: ignore[attr-defined]
    return {part for entry in entries for part in (entry.sha256, entry.macros_allowed)}


@pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)
def test_every_field_is_called_by_the_title_in_its_schema(
    row: Any, edition: Edition, soups: Soups
) -> None:
    labels = edition.labels[row.name]
    missing = {field.name for field in fields(row.record)} - set(labels)
    assert missing == {"origin", "prose", "extra"}


def test_a_record_page_says_who_owns_it_how_far_it_is_and_how_to_cite_it(soups: Soups) -> None:
    page = words(soups["r-001.html"].main.get_text(" "))
    assert "Status treated" in page
    assert "Owner P-001 Ada Example" in page
    assert "Classification internal" in page
    assert "Created 15 January 2026 Updated 30 June 2026" in page
    assert (
        "Cite as: R-001, Reference balance fails before the audit, 2026-06-30, portal c0ffee12"
        in page
    )
    assert "Written in content/risks/R-001.md" in page


def test_documents_are_cited_by_version_and_evidence_by_its_own_date(soups: Soups) -> None:
    assert soups["doc-001.html"].select_one(".cite").get_text() == (
        "DOC-001, Supplier evaluation, version 2.1, portal c0ffee12"
    )
    assert soups["e-001.html"].select_one(".cite").get_text() == (
        "E-001, Calibration certificate of the reference balance, 2026-03-14, portal c0ffee12"
    )


def test_a_record_says_which_clauses_it_serves_and_why(soups: Soups) -> None:
    page = words(soups["e-001.html"].main.get_text(" "))
    assert (
        "Clauses it serves, and why Clause Why"
        " 7.1.5.1 Monitoring and measuring resources: general ISO 9001:2015"
        " Shows that the reference balance was calibrated within its interval." in page
    )


def test_only_of_documents_and_proof_it_is_said_that_they_name_no_clause(tmp_path: Any) -> None:
    html = rendered(
        small_edition(tuple(replace(r, clauses=()) for r in example_records())), tmp_path
    )
    silent = {path for path, text in html.items() if "It names no clause." in text}
    assert {path.partition("-")[0] for path in silent} == {"doc", "e", "pol"}


def test_what_links_to_a_record_is_named_with_the_field_in_words(soups: Soups) -> None:
    page = words(soups["e-001.html"].main.get_text(" "))
    assert "Audit findings: Evidence F-001 Room conditions not recorded in April" in page
    assert "Certification audits: Report CBA-001 Stage 1 audit" in page


def test_a_superseded_record_is_called_so_wherever_it_is_named(soups: Soups) -> None:
    assert "(DOC-002) (superseded)" in words(soups["doc-001.html"].main.get_text(" "))


def test_what_is_left_out_is_neutral_text_without_its_id_or_title(
    edition: Edition, tmp_path: Any
) -> None:
    kept = tuple(
        record for record in edition.graph.records if type_of(record).name not in {"person", "risk"}
    )
    html = rendered(small_edition(kept), tmp_path)
    page = html["prc-001.html"]
    assert '<span class="left-out">not part of this edition</span>' in page
    assert "Ada Example" not in page
    assert ">R-001<" not in page
    assert ">P-001<" not in page


def test_a_list_does_not_tell_how_much_is_left_out(edition: Edition, tmp_path: Any) -> None:
    kept = tuple(r for r in edition.graph.records if type_of(r).name != "person")
    html = rendered(small_edition(kept), tmp_path)
    attendees = BeautifulSoup(html["trn-001.html"], "html.parser").find("dt", string="Attendees")
    assert attendees.find_next("dd").get_text(strip=True) == "not part of this edition"


def test_a_file_that_is_left_out_shows_neither_name_nor_digest(
    edition: Edition, tmp_path: Any
) -> None:
    html = rendered(replace(edition, files={}), tmp_path)["e-001.html"]
    assert "A file that is not part of this edition" in html
    assert "balance-2026" not in html


def test_an_exhibit_shows_its_files_with_type_size_and_digest(soups: Soups) -> None:
    entry = soups["e-001.html"].select_one(".files > li")
    assert entry.a["href"] == "files/e-001-1-balance-2026.pdf"
    assert entry.a.get_text() == "Certificate, page 1 to 4"
    assert {term.get_text(): term.find_next("dd").get_text() for term in entry.select("dt")} == {
        "Type": "PDF",
        "Size": "48.2 kB",
        "Classification": "confidential",
        "Original name": "balance-2026.pdf",
        "In this portal": "files/e-001-1-balance-2026.pdf",
        "SHA-256": "0123456789abcdef" * 4,
    }


def test_an_exhibit_that_nobody_accepted_says_so(edition: Edition, tmp_path: Any) -> None:
    records = tuple(
        replace(r, status="collected") if r.id == "E-001" else r for r in edition.graph.records
    )
    html = rendered(small_edition(records), tmp_path)["e-001.html"]
    assert "It has not been accepted as proof: its status is “collected”." in html


def test_links_in_a_text_lead_to_the_pages_of_this_edition(soups: Soups) -> None:
    prose = soups["pol-001.html"].select_one(".prose")
    assert prose.a["href"] == "doc-001.html"
    assert prose.select_one(".unresolved").get_text() == "where"
    contents = [link["href"] for link in soups["pol-001.html"].select(".outline a")]
    assert contents == ["#t-purpose", "#t-who", "#t-when"]
