"""A workspace for every test of a command, and one that is already published."""

from pathlib import Path

import pytest
from command import certfolio

from workspaces import write_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "workspace")


@pytest.fixture
def published(workspace: Path) -> Path:
    ended = certfolio(workspace, "build")
    assert ended.code == 0, ended.words
    return workspace
