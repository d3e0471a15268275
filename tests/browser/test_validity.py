"""The Nu checker, which knows what HTML and CSS allow, calls nothing an error."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from browser.checker import nu_errors
from portal_whole.shown_pages import shown_pages

pytestmark = [pytest.mark.browser, pytest.mark.checker]

# What every browser has had for years and the checker does not know: the order in which letters are
# painted, and the field that takes a whole folder.
UNKNOWN_TO_NU = ("“paint-order”", "“webkitdirectory”")


def test_a_page_of_every_kind_is_valid(portal: Path) -> None:
    assert faults(files=shown_pages(portal)) == []


def test_the_auditors_pages_are_valid(auditors: Path) -> None:
    assert faults(files=shown_pages(auditors)) == []


def test_the_style_sheet_is_valid(portal: Path) -> None:
    assert faults("--css", files=sorted((portal / "theme").glob("*.css"))) == []


def test_the_pages_of_all_components_are_valid(written_components: Path) -> None:
    assert faults(files=sorted(written_components.glob("*.html"))) == []


def test_the_checker_finds_what_it_is_for(tmp_path: Path) -> None:
    page, sheet = tmp_path / "faulty.html", tmp_path / "faulty.css"
    page.write_text("<!doctype html><title>x</title><table><td id=a><p id=a>x</table>", "utf-8")
    sheet.write_text("p { colour: red }", "utf-8")

    assert any("Duplicate ID" in told for told in nu_errors(files=[page]))
    assert any("colour" in told for told in nu_errors("--css", files=[sheet]))


def faults(*arguments: str, files: Iterable[Path]) -> list[str]:
    found = nu_errors(*arguments, files=files)
    return [told for told in found if not any(word in told for word in UNKNOWN_TO_NU)]
