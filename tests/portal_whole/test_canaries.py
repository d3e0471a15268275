"""One unmistakable word in everything hidden: no byte of what an audience gets holds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from certfolio.records.record_types import RECORD_TYPES
from portal_whole.builds import packed, publish
from portal_whole.canary_content import CANARY, DAY_WORDS, hidden_id, write_canaries
from portal_whole.wrapped import FORMS, everything_in, forms_of

_WANTED = forms_of(CANARY)


@dataclass(frozen=True, slots=True)
class Searched:
    """What was handed over, piece by piece: files of a portal, a package, what archives hold."""

    pieces: tuple[tuple[str, bytes], ...]

    def places_of(self, words: Iterable[bytes]) -> list[str]:
        known = tuple(words)
        return [name for name, data in self.pieces if any(word in data for word in known)]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_canaries(tmp_path_factory.mktemp("canaries") / "content")


@pytest.fixture(scope="module")
def reader(content: Path) -> Searched:
    """Return all bytes that the audience gets which may see no canary: package and portal."""
    output = content.parent / "output"
    package = packed(content, "reader", output / "packages")
    publish(content, ["reader"], output)
    pieces = [*everything_in(package.parent), *everything_in(output / "reader")]
    assert any(name.startswith("exports/registers.xlsx: xl/") for name, _ in pieces)
    assert any(".zip: portal/exports/registers.xlsx: xl/" in name for name, _ in pieces)
    return Searched(tuple(pieces))


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_it_is_in_anything_that_is_handed_over(form: str, reader: Searched) -> None:
    assert reader.places_of(_WANTED[form]) == []


def test_no_date_of_a_hidden_record_is_in_anything_that_is_handed_over(reader: Searched) -> None:
    assert reader.places_of(word.encode() for word in DAY_WORDS) == []


def test_there_are_visible_records_of_every_type_that_is_not_left_out(reader: Searched) -> None:
    pages = {name for name, _ in reader.pieces}
    shown = {row.name for row in RECORD_TYPES if f"{row.prefix.lower()}-003.html" in pages}
    assert shown == {row.name for row in RECORD_TYPES} - {"waiver", "gap-item"}


def test_whoever_may_see_it_finds_it_everywhere(content: Path) -> None:
    """Make sure that the search finds something where there is something to find."""
    output = content.parent / "everything"
    publish(content, ["everybody"], output)
    searched = Searched(tuple(everything_in(output / "everybody")))
    places = set(searched.places_of(_WANTED["as it is"]))
    pages = {f"{hidden_id(row).lower()}.html" for row in RECORD_TYPES}
    assert pages | {"search.html", "exports/portal.json"} <= places
    assert any(name.startswith("exports/registers.xlsx: xl/") for name in places)
    assert any(name.startswith("files/") for name in places)
    assert searched.places_of(word.encode() for word in DAY_WORDS[:2])
