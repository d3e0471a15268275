"""One unmistakable word in everything hidden: no byte of what an audience gets holds it."""

import pytest

from certfolio.records.record_types import RECORD_TYPES
from portal_whole.builds import publish
from portal_whole.canary_content import CANARY, DAY_WORDS, hidden_id
from portal_whole.handed_over import EVERYBODY, Searched
from portal_whole.wrapped import FORMS, everything_in, forms_of

_WANTED = forms_of(CANARY)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_it_is_in_anything_that_is_handed_over(form: str, canaries: Searched) -> None:
    assert canaries.places_of(_WANTED[form]) == []


def test_no_date_of_a_hidden_record_is_in_anything_that_is_handed_over(canaries: Searched) -> None:
    assert canaries.places_of(word.encode() for word in DAY_WORDS) == []


def test_archives_were_opened_and_there_are_visible_records_of_every_type(
    canaries: Searched,
) -> None:
    names = {name for name, _ in canaries.pieces}
    assert any(name.startswith("exports/registers.xlsx: xl/") for name in names)
    assert any(".zip: portal/exports/registers.xlsx: xl/" in name for name in names)
    shown = {row.name for row in RECORD_TYPES if f"{row.prefix.lower()}-003.html" in names}
    assert shown == {row.name for row in RECORD_TYPES} - {"waiver", "gap-item"}


def test_whoever_may_see_it_finds_it_everywhere(canaries: Searched) -> None:
    """Make sure that the search finds something where there is something to find."""
    output = canaries.content.parent / "everything"
    publish(canaries.content, [EVERYBODY], output)
    pieces = tuple(everything_in(output / EVERYBODY))
    places = {n for n, data in pieces if any(w in data for w in _WANTED["as it is"])}
    pages = {f"{hidden_id(row).lower()}.html" for row in RECORD_TYPES}
    assert pages | {"search.html", "exports/portal.json"} <= places
    assert any(name.startswith("exports/registers.xlsx: xl/") for name in places)
    assert any(name.startswith("files/") for name in places)
    assert any(DAY_WORDS[0].encode() in data for _, data in pieces)
