"""The action list: by person and date, each thing once a day, overdue ones said in a word."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup

from certfolio.portal.edition import Edition
from certfolio.portal.owed import all_owed
from portal.editions import judged
from portal.example_readiness import finding
from portal.rendering import rendered, words

Soups = Mapping[str, BeautifulSoup]


def test_people_come_in_order_and_what_nobody_owns_comes_first(edition: Edition) -> None:
    named = [one.person.title for one in all_owed(edition)]
    assert named[0] == "Nobody is named"
    assert "Ada Example" in named


def test_a_deadline_and_what_the_rules_say_about_it_are_one_entry(edition: Edition) -> None:
    day = edition.findings.deadlines_by_owner["P-001"][0]
    told = judged(edition, finding(day.record, "It is late.", owner="P-001", due=day.day))
    rows = [row for one in all_owed(told) for row in (*one.soon, *one.later)]
    same = [r for r in rows if r.subject.id == day.record and r.day == day.day]
    assert len(same) == 1
    assert same[0].asked == (day.what,)
    assert len(same[0].findings) == 1


def test_days_come_in_order_and_what_has_none_comes_last(edition: Edition) -> None:
    told = judged(
        edition,
        finding("DOC-001", "Undated.", owner="P-001"),
        finding("DOC-001", "Dated.", owner="P-001", due=date(2025, 1, 1)),
    )
    ada = next(one for one in all_owed(told) if one.person.id == "P-001")
    days = [row.day for row in ada.soon]
    assert days[0] == date(2025, 1, 1)
    assert days[-1] is None
    assert days[:-1] == sorted(day for day in days if day)
    assert ada.sentence.endswith("1 without a date")


def test_only_what_is_due_after_the_audit_period_and_not_open_yet_is_folded(
    edition: Edition,
) -> None:
    told = judged(edition, finding("DOC-001", "Open.", owner="P-001", due=date(2030, 1, 1)))
    for one in all_owed(told):
        assert all(row.day > date(2026, 12, 31) for row in one.later if row.day)
        assert not any(row.findings for row in one.later)


def test_the_page_marks_what_is_overdue_and_leads_to_the_calendar(soups: Soups) -> None:
    page = soups["due.html"]
    assert page.select_one("main p a")["href"] == "exports/due.ics"
    assert "2026-09-01 overdue DOC-001 Supplier evaluation" in words(page.get_text(" "))


def test_the_page_of_a_person_says_what_is_owed(soups: Soups) -> None:
    page = words(soups["p-001.html"].main.get_text(" "))
    assert "What is owed" in page
    assert "2026-09-01 overdue DOC-001 Supplier evaluation blocker DOC-001 was to be" in page


def test_owners_that_this_edition_leaves_out_are_not_told_apart(
    edition: Edition, tmp_path: Path
) -> None:
    told = judged(
        edition,
        finding("DOC-001", "One.", owner="P-777"),
        finding("POL-001", "Two.", owner="P-888"),
    )
    groups = [one for one in all_owed(told) if one.person.id is None]
    assert [one.person.title for one in groups] == ["not part of this edition"]
    assert groups[0].sentence == "2 entries, 2 without a date"
    html = rendered(told, tmp_path)
    assert not any("P-777" in page for page in html.values())


def test_the_action_list_is_a_table_with_facets_and_a_row_above_each_person(
    edition: Edition, tmp_path: Path
) -> None:
    told = judged(
        edition,
        finding("DOC-001", "One.", owner="P-001", due=date(2025, 1, 1)),
        finding("POL-001", "Two.", owner="P-001"),
        finding("POL-001", "Three.", owner=None),
    )
    page = BeautifulSoup(rendered(told, tmp_path)["due.html"], "html.parser")
    facets = {
        box["data-facet"]: [b["value"] for b in page.select(f"[data-facet={box['data-facet']}]")]
        for box in page.select("[data-facet]")
    }
    assert list(facets) == ["owner", "due", "kind"]
    assert facets["owner"][0] == "nobody-is-named"
    assert facets["due"][0] == "overdue"
    assert facets["due"][-1] == "none"
    people = all_owed(told)
    heads = page.select(".tool-table .heading-row")
    assert [head["id"] for head in heads] == [one.anchor for one in people]
    rows = page.select(".tool-table tbody tr:not(.heading-row)")
    assert len(rows) == sum(len(one.soon) + len(one.later) for one in people)
