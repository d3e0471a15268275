"""Offers the sample's portal in a folder with an awkward name and by http, and a browser."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import INTRANET, Watched, chromium, watched
from browser.marionette import Firefox, firefox
from browser.server import served
from certfolio.host.component_pages import component_files
from portal_whole.builds import PROJECT
from portal_whole.shared_portals import EVERYTHING, hostile, hostile_prose, sample
from portal_whole.shown_pages import TEMPLATES
from portal_whole.test_links_of_sample import AWKWARD_NAME

AUDITOR = "auditor"

__all__ = ["hostile", "hostile_prose", "sample"]


@pytest.fixture(scope="session")
def unpacked(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with copies of the editions where people might well unpack them."""
    folder = tmp_path_factory.mktemp("unpacked") / AWKWARD_NAME
    folder.mkdir()
    copyfile(sample / TEMPLATES, folder / TEMPLATES)
    for audience in (EVERYTHING, AUDITOR):
        copytree(sample / audience, folder / audience)
    return folder


@pytest.fixture(scope="session")
def portal(unpacked: Path) -> Path:
    return unpacked / EVERYTHING


@pytest.fixture(scope="session")
def auditors(unpacked: Path) -> Path:
    return unpacked / AUDITOR


@pytest.fixture(scope="session")
def written_components(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pages that show every example of every component."""
    folder = tmp_path_factory.mktemp("components")
    for path, text in component_files(PROJECT / "theme").items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def address(unpacked: Path) -> Iterator[str]:
    """Return where the whole edition is served by plain http on a name that is not localhost."""
    with served(unpacked / EVERYTHING) as port:
        yield f"http://{INTRANET}:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def seen(browser: Browser) -> Iterator[Watched]:
    with watched(browser) as page:
        yield page


@pytest.fixture
def page(seen: Watched) -> Page:
    return seen.page


@pytest.fixture(scope="session")
def started_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def quiet(started_firefox: Firefox) -> Firefox:
    """Return Firefox with nothing in its console."""
    started_firefox.run_inside("Services.console.reset(); return true;")
    return started_firefox
