"""Builds the portals that many tests read, once for a whole test run."""

import os
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree

import pytest
from filelock import FileLock

from portal_whole.builds import SAMPLE, publish
from portal_whole.hostile_content import hostile_registers, write_content, write_prose
from portal_whole.hostile_texts import all_texts, is_storable
from portal_whole.shown_pages import write_templates

AUDIENCES = ("staff", "auditor", "internal")
EVERYTHING = "internal"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample's content and its editions, one folder an audience.

    The content is a copy, so that nobody's editing comes between what is built and what is read.
    """

    def build(folder: Path) -> None:
        content = Path(copytree(SAMPLE, folder / "content"))
        publish(content, AUDIENCES, folder)
        write_templates(content, EVERYTHING, folder)

    return _once(tmp_path_factory, "sample-portals", build)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the portal in which every text field says every hostile text."""

    def build(folder: Path) -> None:
        texts = filter(is_storable, all_texts())
        content = write_content(folder / "content", hostile_registers(texts))
        publish(content, [EVERYTHING], folder)

    return _once(tmp_path_factory, "hostile-portal", build) / EVERYTHING


@pytest.fixture(scope="session")
def hostile_prose(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the portal in which a document says each hostile text as its own Markdown."""

    def build(folder: Path) -> None:
        content = write_prose(folder / "content", filter(is_storable, all_texts()))
        publish(content, [EVERYTHING], folder)

    return _once(tmp_path_factory, "hostile-prose", build) / EVERYTHING


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Let the first process that asks make the folder, and all others wait for it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / name, base / f"{name}-done"
    with FileLock(base / f"{name}-lock"):
        if not done.exists():
            rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
