"""Renders the small edition once for all tests that look at its pages."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from certfolio.portal.edition import Edition
from portal.editions import small_edition
from portal.rendering import rendered

Portal = Mapping[str, str]


@pytest.fixture(scope="session")
def edition() -> Edition:
    return small_edition()


@pytest.fixture(scope="session")
def portal(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """Return the HTML of every page of the small edition by file name."""
    return rendered(edition, tmp_path_factory.mktemp("portal"))


@pytest.fixture(scope="session")
def soups(portal: Portal) -> Mapping[str, BeautifulSoup]:
    return {path: BeautifulSoup(html, "html.parser") for path, html in portal.items()}


@pytest.fixture(scope="session")
def theme() -> Path:
    return Path(__file__).resolve().parents[2] / "theme"
