"""Whole pages, byte for byte: they change on purpose only.

Run with CERTFOLIO_GOLDEN=write to accept what has changed, and commit it with the reason.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("index.html", "clause-iso-9001-2015-7-1-5-2.html", "e-001.html")


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_the_one_that_was_agreed(path: str, portal: Mapping[str, str]) -> None:
    golden = GOLDEN / path
    if os.environ.get("CERTFOLIO_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(portal[path], encoding="utf-8", newline="\n")
    assert portal[path] == golden.read_text(encoding="utf-8"), (
        "the page has changed; if on purpose, run again with CERTFOLIO_GOLDEN=write"
    )
