"""Sentences of the rules: ids lead to pages, clauses and standards are called by their names."""

from dataclasses import replace
from datetime import date

from certfolio.language.language import language
from certfolio.model.message import say
from certfolio.portal.edition import Edition
from certfolio.portal.sentence import Piece, sentence
from certfolio.records.soa_entry import SoaEntry


def test_records_rules_clauses_and_standards_become_links(edition: Edition) -> None:
    told = "P-001 asks with RR-DOC-04 about iso-9001-2015:7.1.5.2, and iso-27001-2022 too."
    assert sentence(edition, told) == (
        Piece("P-001", "p-001.html", "Ada Example", is_whole=True),
        Piece(" asks with "),
        Piece("RR-DOC-04", "rule-rr-doc-04.html", is_whole=True),
        Piece(" about "),
        Piece(
            "ISO 9001:2015 7.1.5.2", "clause-iso-9001-2015-7-1-5-2.html", "Measurement traceability"
        ),
        Piece(", and "),
        Piece("ISO 27001:2022", "standard-iso-27001-2022.html"),
        Piece(" too."),
    )


def test_a_clause_at_the_end_of_a_sentence_keeps_its_full_stop(edition: Edition) -> None:
    pieces = sentence(edition, "See iso-27001-2022:A.5.15.")
    assert [piece.text for piece in pieces] == ["See ", "ISO 27001:2022 A.5.15", "."]


def test_what_this_edition_has_no_page_for_stays_text(edition: Edition) -> None:
    told = "X-001 and iso-14001-2015:4.1 and e-mail and RR-XYZ-01"
    assert sentence(edition, told) == (Piece(told),)


def test_dates_are_kept_on_one_line(edition: Edition) -> None:
    assert sentence(edition, "Due on 2026-10-05.") == (
        Piece("Due on "),
        Piece("2026-10-05", is_whole=True),
        Piece("."),
    )


def test_a_sentence_is_said_in_the_language_before_it_is_cut(edition: Edition) -> None:
    source = 'msgid ""\nmsgstr ""\n\nmsgid "{who} is due on {day}."\nmsgstr "Am {day}: {who}."\n'
    german = replace(edition, language=language("de", source.encode()))
    assert sentence(german, say("{who} is due on {day}.", who="P-001", day=date(2026, 10, 5))) == (
        Piece("Am "),
        Piece("05.10.2026", is_whole=True),
        Piece(": "),
        Piece("P-001", "p-001.html", "Ada Example", is_whole=True),
        Piece("."),
    )


def test_an_id_with_full_stops_in_it_is_read_whole(edition: Edition) -> None:
    entry = edition.graph.all(SoaEntry)[0]
    pieces = sentence(edition, f"{entry.id} is open. {entry.id}.")
    assert [piece.text for piece in pieces] == [entry.id, " is open. ", entry.id, "."]
