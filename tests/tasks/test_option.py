"""Flags that several commands share are understood, or refused with what to write."""

import os
from datetime import date
from pathlib import Path

import pytest

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.tasks import option
from made import settings


def stop(flag: str, settings_day: str | None = None) -> Stop:
    with pytest.raises(Stop) as stopped:
        option.day_of_judgement(flag, settings("iso-9001-2015", as_of=settings_day))
    assert stopped.value.exit_code is ExitCode.CONFIGURATION
    return stopped.value


def test_one_process_a_core_unless_someone_says_otherwise() -> None:
    assert option.jobs(None) == os.cpu_count()
    assert option.jobs("3") == 3


@pytest.mark.parametrize(
    ("flag", "setting", "day"),
    [
        (None, "2026-10-05", "2026-10-05"),
        ("2026-11-23", "2026-10-05", "2026-11-23"),
        ("2026-11-23", "today", "2026-11-23"),
    ],
)
def test_the_flag_goes_before_the_settings(flag: str | None, setting: str, day: str) -> None:
    declared = settings("iso-9001-2015", as_of=setting)
    assert option.day_of_judgement(flag, declared) == (date.fromisoformat(day), False)


@pytest.mark.parametrize("flag", ["today", None])
def test_the_clock_is_named_as_the_source(flag: str | None) -> None:
    declared = settings("iso-9001-2015", as_of="today")
    assert option.day_of_judgement(flag, declared)[1] is True


@pytest.mark.parametrize(
    ("flag", "fix"),
    [
        ("23.11.2026", "write --as-of 2026-11-23"),
        ("Today", "write --as-of today"),
        ("", "write --as-of 2026-11-23"),
        ("20261123", "write --as-of 2026-11-23"),
        ("2026-W48-1", "write --as-of 2026-11-23"),
        ("05/06/2026", "write 2026-06-05 or 2026-05-06, whichever is meant"),
    ],
)
def test_days_as_people_write_them(flag: str, fix: str) -> None:
    assert stop(flag).fix == fix


def test_the_only_audience_is_named() -> None:
    audiences = [{"name": "internal", "ceiling": "internal"}]
    with pytest.raises(Stop) as stopped:
        option.audience("zebra", settings("iso-9001-2015", audiences=audiences))
    assert stopped.value.expected == "internal"
    assert stopped.value.fix == (
        "write --audience internal, or declare the audience in portal.yaml"
    )


def test_the_home_folder_where_no_shell_named_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert option.folder("~/portals") == Path("/home/somebody/portals")
