"""What changed lately: nothing, one, many; never what is to come."""

from dataclasses import replace
from datetime import date, timedelta

from certfolio.portal.change import changes
from certfolio.portal.edition import Edition
from portal.editions import AS_OF, empty_edition, small_edition


def dated(*days: date, updated: date | None = None) -> Edition:
    record = small_edition().graph.record("R-001")
    return small_edition(
        tuple(
            replace(record, id=f"R-{number}", created=day, updated=updated)
            for number, day in enumerate(days, start=1)
        )
    )


def test_nothing_changed() -> None:
    found = changes(empty_edition())
    assert (found.first, found.more, found.rest) == ((), (), 0)


def test_ninety_days_count_and_not_one_more() -> None:
    found = changes(dated(AS_OF - timedelta(days=90), AS_OF - timedelta(days=91)))
    assert [row.record.id for row in found.first] == ["R-1"]


def test_what_is_dated_after_the_day_is_not_news() -> None:
    assert changes(dated(AS_OF + timedelta(days=1))).first == ()


def test_newest_first_then_by_number() -> None:
    days = [AS_OF - timedelta(days=2)] * 11 + [AS_OF]
    found = changes(dated(*days))
    assert [row.record.id for row in found.first] == [
        "R-12",
        *(f"R-{number}" for number in range(1, 10)),
    ]
    assert [row.record.id for row in found.more] == ["R-10", "R-11"]


def test_a_record_is_written_once_and_updated_later() -> None:
    day = AS_OF - timedelta(days=200)
    assert [row.what for row in changes(dated(day, updated=AS_OF)).first] == ["updated"]
    assert [row.what for row in changes(dated(AS_OF)).first] == ["written"]


def test_thousands_stay_light() -> None:
    found = changes(dated(*[AS_OF] * 3000))
    assert len(found.first) + len(found.more) == 50
    assert found.rest == 2950
    assert found.amount == "3000 records"
