"""The Nu checker, which knows what HTML and CSS allow, calls nothing an error."""

from pathlib import Path

import pytest

from browser.checker import nu_errors
from portal_whole.shown_pages import shown_pages

pytestmark = [pytest.mark.browser, pytest.mark.checker]

# in every browser since 2017, but not yet in the checker
UNKNOWN_TO_NU = ("“paint-order”",)


def test_a_page_of_every_kind_is_valid(portal: Path) -> None:
    assert nu_errors(files=shown_pages(portal)) == []


def test_the_auditors_pages_are_valid(auditors: Path) -> None:
    assert nu_errors(files=shown_pages(auditors)) == []


def test_the_style_sheet_is_valid(portal: Path) -> None:
    found = nu_errors("--css", files=[portal / "theme" / "style.css"])

    assert [told for told in found if not any(word in told for word in UNKNOWN_TO_NU)] == []


def test_the_pages_of_all_components_are_valid(written_components: Path) -> None:
    assert nu_errors(files=sorted(written_components.glob("*.html"))) == []


def test_the_checker_finds_what_it_is_for(tmp_path: Path) -> None:
    page, sheet = tmp_path / "faulty.html", tmp_path / "faulty.css"
    page.write_text("<!doctype html><title>x</title><table><td id=a><p id=a>x</table>", "utf-8")
    sheet.write_text("p { colour: red }", "utf-8")

    assert any("Duplicate ID" in told for told in nu_errors(files=[page]))
    assert any("colour" in told for told in nu_errors("--css", files=[sheet]))
