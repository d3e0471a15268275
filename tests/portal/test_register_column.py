"""The columns of registers and the dates of steps name fields that exist."""

from dataclasses import fields
from typing import Any

import pytest

from certfolio.portal.register_column import COLUMNS, columns
from certfolio.portal.step_date import DATES
from certfolio.records.record import Record
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import BY_NAME, RECORD_TYPES
from certfolio.records.risk import TYPE as RISK


@pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)
def test_every_register_has_columns_that_its_records_have(row: RecordType) -> None:
    known = {field.name for field in fields(row.record)}
    assert columns(row)
    assert set(columns(row)) <= known - {field.name for field in fields(Record)}


@pytest.mark.parametrize("row", RECORD_TYPES, ids=lambda row: row.name)
def test_the_dates_of_a_step_are_fields_of_its_records(row: RecordType) -> None:
    if row.name in DATES:
        known: Any = {field.name for field in fields(row.record)} | {""}
        paths = (DATES[row.name].happened, DATES[row.name].due)
        assert {path.partition(".")[0] for path in paths} <= known


def test_chosen_columns_belong_to_types_that_exist() -> None:
    assert set(COLUMNS) <= set(BY_NAME)


def test_a_type_without_chosen_columns_shows_the_first_fields_of_its_own() -> None:
    new = RecordType("new", RISK.record, "new", "N", 4, "New", "News")
    assert columns(new) == ("kind", "description", "source", "criteria", "evaluation", "decision")
