"""The two pages that an organization writes itself: what is left out, what it knows is missing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from certfolio.portal import address
from certfolio.portal.edition import Edition
from certfolio.records.portal_settings import KnownGap, Withheld
from portal.editions import small_edition
from portal.rendering import rendered, words

SECRETIVE = Withheld(
    title="Personnel <files>",
    category="personal data",
    reason="They hold health data.",
    ask="P-001",
)
SHOWN = replace(SECRETIVE, on_site="In the office.", extent="Sixty folders")
CLAUSE = next(iter(small_edition().coverage))
LATE = KnownGap(
    title="No alarm",
    missing="Nothing raises an alarm.",
    plan="A tool is chosen.",
    due=date(2026, 8, 31),
    owner="P-001",
    clauses=(CLAUSE,),
)
OPEN = replace(LATE, title="No procedure", due=date(2026, 12, 18), clauses=())


def telling(withheld: tuple[Withheld, ...], gaps: tuple[KnownGap, ...]) -> Edition:
    edition = small_edition()
    settings = replace(edition.graph.settings, withheld=withheld, known_gaps=gaps)
    return replace(edition, graph=replace(edition.graph, settings=settings))


def sections(html: str) -> list[Tag]:
    return BeautifulSoup(html, "html.parser").select("main section:has(> dl)")


def test_what_is_left_out_is_told_with_reason_place_and_person(tmp_path: Path) -> None:
    made = rendered(telling((SHOWN, SECRETIVE), ()), tmp_path)
    first, second = sections(made[address.WITHHELD])
    assert words(first.get_text(" ")) == (
        "Personnel <files> Kind personal data Reason They hold health data. How much Sixty folders"
        f" To be seen on site In the office. Whom to ask {link_of(first)}"
    )
    assert "To be seen on site Nothing is said about it; ask." in words(second.get_text(" "))
    assert "How much" not in second.get_text()
    assert f'href="{address.WITHHELD}"' in made[address.ABOUT]
    assert address.KNOWN_GAPS not in made


def test_gaps_stand_in_the_order_of_their_days_and_late_ones_say_so(tmp_path: Path) -> None:
    made = rendered(telling((), (OPEN, LATE)), tmp_path)
    page = made[address.KNOWN_GAPS]
    assert "2 gaps are listed. 1 of them is overdue." in words(page)
    late, other = sections(page)
    assert "No alarm Due 31 August 2026 overdue" in words(late.get_text(" "))
    assert "No procedure Due 18 December 2026 open" in words(other.get_text(" "))
    assert late.select_one(f'a[href="{address.clause(CLAUSE)}"]') is not None
    assert "Clauses" not in other.get_text()
    assert address.WITHHELD not in made


def test_the_navigation_and_the_search_lead_there(tmp_path: Path) -> None:
    made = rendered(telling((SHOWN,), (LATE,)), tmp_path)
    for path in (address.WITHHELD, address.KNOWN_GAPS):
        assert f'href="{path}"' in made[address.START]
        assert path in made[address.SEARCH]


def test_an_edition_that_is_told_nothing_does_not_even_name_the_pages(tmp_path: Path) -> None:
    made = rendered(small_edition(), tmp_path)
    for path in (address.WITHHELD, address.KNOWN_GAPS):
        assert path not in made
        assert not any(path in page for page in made.values())


def link_of(section: Tag) -> str:
    link = section.select_one("a.record")
    assert link is not None
    return words(link.get_text(" "))
