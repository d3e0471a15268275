"""The tour: seven stops, thirty minutes, records chosen by rules that are named."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from certfolio.portal.tour.choice import newest
from certfolio.portal.tour.look import Look
from certfolio.portal.tour.stop import stops
from certfolio.records.management_review import ManagementReview
from certfolio.records.record import Record
from made import made
from portal.editions import AUDIENCE, empty_edition, silent_edition, small_edition
from portal.rendering import rendered, words

Soups = Mapping[str, BeautifulSoup]
AS_OF = date(2026, 10, 5)


def ids(looks: tuple[Look, ...]) -> list[str | None]:
    return [look.record.id for look in looks if look.record]


def test_seven_stops_take_thirty_minutes() -> None:
    found = stops(small_edition())
    assert [stop.number for stop in found] == [1, 2, 3, 4, 5, 6, 7]
    assert sum(stop.minutes for stop in found) == 30


def test_every_stop_names_a_record_or_says_that_there_is_none(soups: Soups) -> None:
    for stop in soups["tour.html"].select(".stop"):
        assert stop.select("li a, li .nothing")
    for edition in (empty_edition(), small_edition(), silent_edition()):
        for each in stops(edition):
            assert each.looks, each.title
            assert all(bool(look.absent) != bool(look.href or look.record) for look in each.looks)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    page = BeautifulSoup(rendered(empty_edition(), tmp_path)["tour.html"], "html.parser")
    said = words(page.main.get_text(" "))
    assert "No management review that was held is in this edition." in said
    assert "No clause has both an effective document and current proof." in said
    assert "No standard is declared in this portal." in said


def test_a_type_that_an_audience_leaves_out_is_not_mentioned() -> None:
    edition = replace(empty_edition(), audience=replace(AUDIENCE, leaves_out=("gap-item",)))
    looks = [look for stop in stops(edition) for look in stop.looks]
    assert not any("gap item" in (look.absent or "") for look in looks)


def test_the_newest_up_to_the_day_is_taken_and_of_several_the_first_by_number() -> None:
    records: tuple[Record, ...] = (
        made("management-review", "MR-001", held_on="2026-03-01"),
        made("management-review", "MR-010", held_on="2026-09-01"),
        made("management-review", "MR-9", held_on="2026-09-01"),
        made("management-review", "MR-011", held_on="2026-11-01"),
    )
    reviews = [record for record in records if isinstance(record, ManagementReview)]
    for order in (reviews, reviews[::-1]):
        chosen = newest(order, lambda review: review.held_on, AS_OF)
        assert chosen is not None and chosen.id == "MR-9"
    assert newest((), lambda review: review.held_on, AS_OF) is None


def test_the_finding_is_one_of_the_audit_and_its_action_follows() -> None:
    audits = stops(small_edition())[4]
    assert ids(audits.looks) == ["APR-001", "AUD-001", "F-001", "CAR-001"]


def test_a_stop_leads_to_the_next_and_back(soups: Soups) -> None:
    page = soups["tour.html"]
    anchor, seen = "stop-1", []
    while anchor.startswith("stop-"):
        seen.append(anchor)
        heading = page.find(id=anchor)
        assert heading is not None
        anchor = str(heading.find_parent("section").select(".stop-ways a")[-1]["href"])[1:]
    assert seen == [f"stop-{number}" for number in range(1, 8)]


@pytest.mark.parametrize("word", ["readiness", "blocker", "gap", "ready"])
def test_without_readiness_the_tour_has_no_word_of_it(word: str, tmp_path: Path) -> None:
    html = rendered(silent_edition(), tmp_path)["tour.html"]
    main = BeautifulSoup(html, "html.parser").main
    assert main is not None
    for own in main.select("bdi"):
        own.decompose()
    assert word not in main.get_text(" ").lower().replace("gap analysis", "")


def test_the_start_page_leads_to_the_tour_first(soups: Soups) -> None:
    links = [str(link["href"]) for link in soups["index.html"].select(".page a[href]")]
    assert links[0] == "tour.html"
    assert soups["index.html"].select(".navigation a[href='tour.html']")
