"""Where values stand."""

from certfolio.intake.parsed import Parsed
from certfolio.intake.place import Places, last_part, pointer
from certfolio.intake.read import read_source
from certfolio.model.location import Location

TEXT = """\
title: "Müller & Söhne"
treatment:
  due: 2025-12-31
sites: [A, {b/c: 1.10}]
"""


def places() -> Places:
    parsed = read_source("content/a.yaml", TEXT.encode())
    assert isinstance(parsed, Parsed)
    return parsed.places


def test_a_pointer_is_escaped_as_rfc_6901_has_it() -> None:
    assert pointer("a/b", "~", 0, "") == "/a~1b/~0/0/"
    assert last_part(pointer("x", "~1/")) == "~1/"


def test_places_of_values_and_keys() -> None:
    assert places().of("") == Location("content/a.yaml", 1, 1, "")
    assert places().of("/treatment/due") == Location("content/a.yaml", 3, 8, "/treatment/due")
    assert places().of_key("/treatment/due") == Location("content/a.yaml", 3, 3, "/treatment/due")
    assert places().of("/sites/1/b~1c") == Location("content/a.yaml", 4, 18, "/sites/1/b~1c")


def test_an_entry_of_a_list_has_no_key_of_its_own() -> None:
    assert places().of_key("/sites/0") == Location("content/a.yaml", 4, 9, "/sites/0")


def test_a_place_that_is_not_there_is_that_of_its_nearest_parent() -> None:
    assert places().of("/treatment/owner/0") == Location("content/a.yaml", 3, 3, "/treatment")
    assert places().of_key("/nowhere") == Location("content/a.yaml", 1, 1, "")


def test_what_the_author_typed() -> None:
    assert places().raw("/title") == '"Müller & Söhne"'
    assert places().raw("/sites/1/b~1c") == "1.10"
    assert places().raw("/treatment") is None


def test_a_redirected_pointer_and_all_below_it_stand_elsewhere() -> None:
    moved = places().borrowing({"/records/0": "/treatment"})
    assert moved.of("/records/0/due") == Location("content/a.yaml", 3, 8, "/treatment/due")
    assert moved.raw("/records/0/due") == "2025-12-31"
    assert moved.of("/title").line == 1
