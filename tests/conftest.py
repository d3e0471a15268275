"""What tests of every room share: where the project and the shared data lie."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# no test is about time: a busy machine is slow, and nothing is wrong with that
settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("untimed")

PROJECT = Path(__file__).resolve().parents[1]
SHARED_DATA = PROJECT.parent / "shared" / "data"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shared_data: needs the folder ../shared/data")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that need the shared data where it is not there."""
    if SHARED_DATA.is_dir():
        return
    left_out = [item for item in items if _needs_shared_data(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not _needs_shared_data(item)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so where tests were left out; the report is quiet and has no header."""
    if not SHARED_DATA.is_dir():
        terminalreporter.write_line(
            "../shared/data is not there: the tests that read it were left out."
        )


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the top folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of data that is kept beside the checkout."""
    return SHARED_DATA


def _needs_shared_data(item: pytest.Item) -> bool:
    is_marked = item.get_closest_marker("shared_data") is not None
    return is_marked or "shared_data" in getattr(item, "fixturenames", ())
