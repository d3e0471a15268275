"""An audience that leaves out readiness, gaps and waivers gets not a trace of them."""

import re
from dataclasses import replace

import pytest

from certfolio.exports.exports import exports
from certfolio.portal.assemble import assemble, export_content
from certfolio.portal.edition import Edition
from certfolio.standards.expectation import Expectations
from portal.editions import silent_edition, small_edition
from portal.rendering import THEME, rendered


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return every byte that the audience gets, by path."""
    edition = silent_edition()
    folder = tmp_path_factory.mktemp("silent")
    rendered(edition, folder)
    pages = {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {**pages, **exports(export_content(edition))}


def test_neither_the_word_nor_a_rule_is_anywhere(silent: dict[str, bytes]) -> None:
    for path, data in silent.items():
        found = re.search(rb"readiness|\bRR-[A-Z]{3}", data, re.IGNORECASE)
        assert found is None, f"{path}: {data[found.start() - 60 : found.end() + 60]!r}"


def test_no_page_file_or_link_is_left_over(silent: dict[str, bytes]) -> None:
    gone = re.compile(r"readiness|^due\.|/due\.ics|^rules?[.-]")
    assert [path for path in silent if gone.search(path)] == []
    for path, data in silent.items():
        assert b"due.html" not in data, path
        assert b"due.ics" not in data, path
        assert b"rules.html" not in data, path


def test_the_start_page_shows_the_records_of_the_steps_instead(silent: dict[str, bytes]) -> None:
    start = silent["index.html"].decode()
    assert "Can the audits go ahead" not in start
    assert "storyboard" not in start
    assert ">The seven steps and where each stands</h2>" in start
    assert "The records of each step</summary>" not in start


def test_what_a_person_owes_is_not_even_asked(silent: dict[str, bytes]) -> None:
    assert b"owed" not in silent["p-001.html"]


def test_about_names_the_record_types_that_are_left_out(silent: dict[str, bytes]) -> None:
    assert "Neither are these kinds of records: Gap items, Waivers." in silent["about.html"].decode(
        "utf-8"
    )


def assembled(edition: Edition, *left_out: str) -> Edition:
    return assemble(
        edition.graph,
        replace(edition.audience, leaves_out=left_out),
        edition.as_of,
        prints={},
        labels=edition.labels,
        look=[(THEME / "styles" / "tokens.css").read_bytes()],
        expectations=Expectations(),
    )


def test_the_rules_are_asked_only_for_those_who_may_know() -> None:
    records = small_edition(())
    assert assembled(records, "readiness").readiness is None
    told = assembled(records)
    assert told.readiness is not None
    assert told.readiness.as_of == records.as_of
    assert export_content(told).readiness is told.readiness
