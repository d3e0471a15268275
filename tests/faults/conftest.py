"""What the tests of faults share."""

from pathlib import Path

import pytest

from faults.mini import write_mini
from faults.ready_portal import ReadyPortal


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> ReadyPortal:
    return ReadyPortal(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    return write_mini(tmp_path / "work")
