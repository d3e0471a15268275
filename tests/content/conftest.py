"""The sample organization, read once for all tests that look at it."""

from datetime import date

import pytest

from certfolio.linking.graph import RecordGraph
from certfolio.pipeline import Checked, Workspace, check
from certfolio.readiness.cover import cover
from certfolio.readiness.coverage import Coverage
from made import PROJECT

CONTENT = PROJECT / "content"
AS_OF = date(2026, 10, 5)


@pytest.fixture(scope="session")
def checked() -> Checked:
    return check(Workspace(PROJECT, CONTENT, PROJECT / "schema", ()), 1)


@pytest.fixture(scope="session")
def sample(checked: Checked) -> RecordGraph:
    assert checked.graph is not None, [problem.message for problem in checked.problems]
    return checked.graph


@pytest.fixture(scope="session")
def coverage(sample: RecordGraph) -> Coverage:
    return cover(sample, AS_OF)
