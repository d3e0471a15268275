"""What the tests of faults share."""

from pathlib import Path

import pytest

from faults.mini import write_mini
from faults.mounting import way_to_mount
from faults.ready_portal import ReadyPortal


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that mount disks where nobody may; failing touches still stand in."""
    wanting = [item for item in items if item.get_closest_marker("mounts")]
    if wanting and way_to_mount() is None:
        config.hook.pytest_deselected(items=wanting)
        items[:] = [item for item in items if item not in wanting]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so where tests were left out."""
    if way_to_mount() is None:
        terminalreporter.write_line(
            "Nothing may be mounted here: disks of every size were left out. To try them, run the"
            " tests as root or allow user namespaces."
        )


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> ReadyPortal:
    return ReadyPortal(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    return write_mini(tmp_path / "work")
