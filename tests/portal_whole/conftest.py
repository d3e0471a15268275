"""Offers the portals that are built once, and the pages of the sample as trees."""

from pathlib import Path

import pytest

from portal_whole.handed_over import canaries, twice
from portal_whole.page_tree import Trees, trees_of
from portal_whole.shared_portals import EVERYTHING, hostile, hostile_prose, sample

__all__ = ["canaries", "hostile", "hostile_prose", "portal", "sample", "trees", "twice"]


@pytest.fixture(scope="session")
def portal(sample: Path) -> Path:
    """Return the edition of the sample that holds every record."""
    return sample / EVERYTHING


@pytest.fixture(scope="session")
def trees(portal: Path) -> Trees:
    """Return every page of that edition as a tree, by its file name."""
    return trees_of(portal)
