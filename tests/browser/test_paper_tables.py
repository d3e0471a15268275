"""On paper the head of a long table stands on every page, though its buttons sort it on screen."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_head_of_a_register_stands_on_every_page(
    portal: Path, page: Page, tmp_path: Path
) -> None:
    page.goto((portal / "register-person.html").as_uri())
    page.wait_for_selector("thead button")
    made = tmp_path / "people.pdf"
    page.pdf(path=made, prefer_css_page_size=True)
    told = subprocess.run(
        ["pdftotext", "-layout", str(made), "-"], capture_output=True, text=True, check=True
    )
    sheets = [sheet for sheet in told.stdout.split("\f") if sheet.strip()]
    assert len(sheets) > 3
    assert all("Function" in sheet and "Department" in sheet for sheet in sheets)
