"""Lists of record types that an audience leaves out are no pages, and nothing leads to them."""

import re
from dataclasses import replace

import pytest

from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.portal.pages import pages
from certfolio.portal.site import site
from certfolio.records.record_types import RECORD_TYPES, type_of
from portal.editions import small_edition
from portal.rendering import rendered

LINK = re.compile(r'href="([^"#]*)')


def without(*types: str) -> Edition:
    edition = small_edition()
    kept = tuple(r for r in edition.graph.records if type_of(r).name not in types)
    smaller = small_edition(kept)
    return replace(smaller, audience=replace(edition.audience, leaves_out=types))


def test_every_type_can_be_left_out_with_its_register_and_its_place_in_the_navigation() -> None:
    for row in RECORD_TYPES:
        path = address.register(row.name)
        edition = without(row.name)
        assert path not in {page.path for page in pages(edition)}
        assert not site(edition).leads_to(path)


def test_people_are_left_out_with_their_page() -> None:
    edition = without("person", "training-session", "competence-record")
    assert address.PEOPLE not in {page.path for page in pages(edition)}
    assert "People" not in [group.label for group in site(edition).navigation]


def test_a_type_that_only_has_no_records_keeps_its_register() -> None:
    edition = small_edition(())
    assert {address.register(row.name) for row in RECORD_TYPES} <= {p.path for p in pages(edition)}


@pytest.mark.parametrize("types", [("evidence", "person", "risk"), ("waiver", "soa-entry")])
def test_no_link_leads_to_what_is_left_out(
    types: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    html = rendered(without(*types), tmp_path_factory.mktemp("portal"))
    gone = {address.register(name) for name in types} | (
        {address.PEOPLE} if "person" in types else set()
    )
    assert gone.isdisjoint(html)
    for path, text in html.items():
        assert gone.isdisjoint(LINK.findall(text)), path
