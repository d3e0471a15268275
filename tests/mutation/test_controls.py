"""A control that is switched off makes the suite fail; some are tried here, all by run.py."""

import importlib.util
from pathlib import Path

import pytest

from mutation.controls import CONTROLS, Control
from mutation.run import is_noticed

TRIED = ("changed files", "slip", "refusal of foreign folders", "lock", "classification filter")
PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.name)
def test_a_control_is_where_the_table_says(control: Control) -> None:
    found = importlib.util.find_spec(control.module)
    assert found is not None and found.origin is not None
    assert Path(found.origin).read_text(encoding="utf-8").count(control.says) == 1
    for test in control.tests:
        path, _, name = test.partition("::")
        assert f"def {name}(" in (PROJECT / path).read_text(encoding="utf-8"), test


def test_no_control_is_named_twice() -> None:
    assert len({control.name for control in CONTROLS}) == len(CONTROLS)


@pytest.mark.parametrize("name", TRIED)
def test_the_suite_notices_a_control_that_is_off(name: str) -> None:
    (control,) = (control for control in CONTROLS if control.name == name)
    assert is_noticed(control)
