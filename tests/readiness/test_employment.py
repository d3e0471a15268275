"""First and last day of work both count."""

from datetime import date

from certfolio.readiness.employment import is_employed
from certfolio.records.person import Person
from made import made


def test_the_first_and_the_last_day_count() -> None:
    person = made("person", "P-002", active_from="2026-03-02", active_until="2026-05-29")
    assert isinstance(person, Person)
    days = (date(2026, 3, 1), date(2026, 3, 2), date(2026, 5, 29), date(2026, 5, 30))
    assert [is_employed(person, day) for day in days] == [False, True, True, False]


def test_somebody_without_a_last_day_works_on() -> None:
    person = made("person", "P-002", active_from="2026-03-02")
    assert isinstance(person, Person)
    assert is_employed(person, date(2099, 1, 1))
