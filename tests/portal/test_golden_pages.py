"""Whole pages, byte for byte but for the text of their scripts: they change on purpose only.

Run with CERTFOLIO_GOLDEN=write to accept what has changed, and commit it with the reason.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("index.html", "clause-iso-9001-2015-7-1-5-2.html", "e-001.html")


@pytest.mark.parametrize("path", PAGES)
def test_the_page_is_the_one_that_was_agreed(path: str, portal: Mapping[str, str]) -> None:
    golden, page = GOLDEN / path, without_script_texts(portal[path])
    if os.environ.get("CERTFOLIO_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page, encoding="utf-8", newline="\n")
    assert page == golden.read_text(encoding="utf-8"), (
        "the page has changed; if on purpose, run again with CERTFOLIO_GOLDEN=write"
    )


def without_script_texts(page: str) -> str:
    """Leave out what scripts say and their digests: they have tests of their own."""
    shorter = re.sub("(?<=<script>).*?(?=</script>)", "", page, flags=re.DOTALL)
    return re.sub("script-src 'sha256-[^;]*;", "script-src;", shorter)
