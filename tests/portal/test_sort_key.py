"""Columns sort the way people count: 8.10 after 8.9, E-2 before E-10, what says nothing last."""

from datetime import date
from random import Random

from certfolio.model.classification import Classification
from certfolio.model.clause import ClauseRef
from certfolio.portal.sort_key import closed_list, field_key, ranks, sort_key
from certfolio.records.part import Period
from certfolio.records.risk import Rating
from certfolio.records.supplier import Supplier
from portal.example_record import example_records


def in_order(values: list[object]) -> list[object]:
    """Return the values as a table sorts them, however they were shuffled before."""
    mixed = values[:]
    Random(7).shuffle(mixed)
    places = ranks([sort_key(value) for value in mixed])
    return [value for _, value in sorted(zip(places, mixed, strict=True), key=lambda p: p[0])]


def test_clauses_count_up_and_annexes_come_last() -> None:
    numbers = ["4.1", "8.2", "8.9", "8.10", "10.2", "A.5.2", "A.5.10", "A.8.1"]
    clauses: list[object] = [ClauseRef("iso-27001-2022", number) for number in numbers]
    assert in_order(clauses) == clauses


def test_ids_numbers_and_days_are_in_their_own_order() -> None:
    for values in (
        ["E-2", "E-10", "E-100", "R-1"],
        [-3, 0.5, 2, 10],
        [date(2025, 12, 31), date(2026, 1, 2), date(2026, 10, 1)],
        [Period(begins=date(2026, 1, 1), ends=date(2026, 1, day)) for day in (2, 10)],
        list(Classification),
        [("E-2", "E-9"), ("E-2", "E-10"), ("E-10",)],
    ):
        assert in_order(list(values)) == list(values)


def test_a_risk_counts_by_likelihood_times_impact() -> None:
    day = date(2026, 1, 1)
    ratings: list[object] = [
        Rating(likelihood=a, impact=b, on=day) for a, b in ((5, 1), (2, 3), (3, 5))
    ]
    assert in_order(ratings) == ratings


def test_what_says_nothing_has_the_rank_that_comes_last_and_equals_share_one() -> None:
    assert ranks([sort_key(value) for value in ("b", None, "a", "", "b", ())]) == (
        *(1, -1, 0, -1, 1, -1),
    )


def test_words_of_a_closed_list_go_by_that_list() -> None:
    assert closed_list(Supplier, "criticality") == ("critical", "important", "minor")
    supplier = next(r for r in example_records() if isinstance(r, Supplier))
    assert field_key(supplier, "criticality") == (
        0,
        float(closed_list(Supplier, "criticality").index(supplier.criticality)),
    )


def test_every_field_of_every_record_has_a_key_that_compares_with_itself() -> None:
    for record in example_records():
        for name in type(record).__dataclass_fields__:
            if name not in ("prose", "extra", "origin"):
                key = field_key(record, name)
                assert ranks([key, None, key]) == ((0, -1, 0) if key else (-1, -1, -1)), name
