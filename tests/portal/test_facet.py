"""Facets tell rows apart: every row has an answer, every answer its number of rows."""

from dataclasses import fields, replace
from datetime import date

from certfolio.model.clause import ClauseRef
from certfolio.portal.clause_facet import clause_facets
from certfolio.portal.edition import Edition
from certfolio.portal.facet import Facet, Option, facet
from certfolio.portal.record_facet import FACETS, family_of, record_facets
from certfolio.portal.register_column import columns
from certfolio.portal.table_tool import column, table_tool
from certfolio.records.evidence import Evidence
from certfolio.records.record_types import BY_NAME, RECORD_TYPES
from portal.editions import QUALITY, SECURITY, small_edition

RESERVED = {"q", "group", "sort", "without", "page"}


def said(found: Facet) -> list[tuple[str, int]]:
    return [(str(choice.label), choice.amount) for choice in found.choices]


def letters(*rows: str) -> Facet:
    return facet("x", "X", "none", [[Option(c, c, (0, c)) for c in row] for row in rows])


def test_every_answer_knows_its_rows_and_no_answer_is_one_too() -> None:
    found = letters("ab", "", "b", "bb")
    assert said(found) == [("a", 1), ("b", 3), ("none", 1)]
    assert found.rows == ((0, 1), (2,), (1,), (1,))
    assert found.choices[-1].key == ""


def test_a_facet_that_tells_nothing_is_left_out() -> None:
    assert letters("a", "b").is_telling
    assert not letters("a", "a").is_telling
    assert not letters(*"abcdef").is_telling


def test_every_named_facet_is_a_field_and_no_name_is_taken() -> None:
    for name, own in FACETS.items():
        known = {field.name for field in fields(BY_NAME[name].record)}
        assert set(own) <= known, name
        assert len(set(own)) == len(own)
    names = {f.name for row in RECORD_TYPES for f in fields(row.record)} & {
        name for own in FACETS.values() for name in own
    }
    assert names.isdisjoint(RESERVED)


def test_columns_have_keys_of_their_own_and_are_no_more_than_can_be_hidden() -> None:
    for row in RECORD_TYPES:
        assert len(set(columns(row))) == len(columns(row)) <= 8, row.name


def test_clauses_belong_to_the_number_they_begin_with() -> None:
    assert [family_of(n) for n in ("4", "8.10", "10.2.1", "A.5.15", "A.8", "PARC.A")] == [
        *("4", "8", "10", "A.5", "A.8", "PARC.A"),
    ]


def test_registers_ask_for_status_owner_clause_and_standard(edition: Edition) -> None:
    found = {f.name: said(f) for f in record_facets(edition, edition.graph.all(Evidence))}
    assert list(found) == [
        *("status", "type", "site", "process", "owner", "family", "standard"),
    ]
    assert found["standard"] == [("ISO 9001:2015", 1)]
    assert found["family"] == [("7 Support", 1)]


def test_clauses_ask_for_what_supports_them_and_invent_nothing(edition: Edition) -> None:
    refs = [ClauseRef(QUALITY, "7.1.5.1"), ClauseRef(SECURITY, "A.5.15")]
    found = {f.name: said(f) for f in clause_facets(edition, refs)}
    assert found["state"][0] == ("operating", 1)
    assert found["family"] == [("7 Support", 1), ("A.5", 1)]
    nobody = replace(small_edition(()), coverage={})
    empty = {f.name: said(f) for f in clause_facets(nobody, refs)}
    assert empty["owner"] == [("nobody named", 2)]
    assert empty["process"] == [("no process named", 2)]
    assert empty["site"] == [("no site named", 2)]
    assert empty["age"] == [("no accepted proof", 2)]


def test_the_age_of_proof_goes_by_the_day_of_judgement(edition: Edition) -> None:
    refs = [ClauseRef(QUALITY, "7.1.5.1")]
    ages = {
        day: said({f.name: f for f in clause_facets(replace(edition, as_of=day), refs)}["age"])
        for day in (date(2026, 11, 30), date(2027, 2, 1), date(2027, 8, 31), date(2027, 9, 1))
    }
    assert [labels[0][0] for labels in ages.values()] == [
        "in the last 3 months",
        "3 to 6 months old",
        "6 to 12 months old",
        "older than 12 months",
    ]


def test_long_tables_come_in_chunks_of_a_hundred_and_lose_no_row(edition: Edition) -> None:
    for amount, sizes in ((0, []), (1000, [1000]), (1001, [*[100] * 10, 1])):
        tool = table_tool(edition, "t", [column("n", "N", [(0, n) for n in range(amount)])], ())
        chunks = list(tool.chunks(range(amount)))
        assert [len(chunk.rows) for chunk in chunks] == sizes
        assert [row for chunk in chunks for row in chunk.rows] == list(range(amount))
        assert all(c.last - c.first + 1 == len(c.rows) for c in chunks)


def test_the_name_of_a_download_says_register_audience_and_portal(edition: Edition) -> None:
    odd = replace(edition, audience=replace(edition.audience, name="Prüfer: #1/2"))
    tool = table_tool(odd, "register-risk", [column("n", "N", [])], ())
    assert tool.file == "register-risk_Pr-fer-1-2_c0ffee12"
