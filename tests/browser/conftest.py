"""Offers the sample's portal in a folder with an awkward name, and a browser to open it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import Watched, chromium, watched
from portal_whole.shared_portals import EVERYTHING, hostile, hostile_prose, sample
from portal_whole.test_links_of_sample import AWKWARD_NAME

__all__ = ["hostile", "hostile_prose", "sample"]


@pytest.fixture(scope="session")
def portal(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the whole edition where people might well unpack it."""
    return Path(copytree(sample / EVERYTHING, tmp_path_factory.mktemp("unpacked") / AWKWARD_NAME))


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
