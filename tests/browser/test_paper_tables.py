"""On paper the head of a long table stands on every page, though its buttons sort it on screen."""

import re
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.marionette import Firefox

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
    # the last sheet may hold nothing but the foot of the page
    sheets = [sheet for sheet in told.stdout.split("\f") if re.search(r"P-\d{3}", sheet)]
    assert len(sheets) > 3
    assert all("Function" in sheet and "Department" in sheet for sheet in sheets)


def test_firefox_prints_every_sheet_of_a_wide_table_across(
    portal: Path, quiet: Firefox, tmp_path: Path
) -> None:
    """It turns only the first sheets of a named page and cuts off what the others have no room
    for.
    """
    quiet.open((portal / "due.html").as_uri())
    made = tmp_path / "due.pdf"
    made.write_bytes(b64decode(quiet.order("WebDriver:Print", {"background": False})["value"]))
    told = subprocess.run(
        ["pdfinfo", "-l", "99", str(made)], capture_output=True, text=True, check=True
    ).stdout
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told)
    assert len(sizes) > 5
    assert all(float(width) > float(height) for width, height in sizes)
