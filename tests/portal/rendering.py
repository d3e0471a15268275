"""Renders an edition with the shipped theme, as a build does."""

from pathlib import Path

from certfolio.host.render import render
from certfolio.host.static_file import style_sheets
from certfolio.portal.edition import Edition
from certfolio.portal.pages import pages
from certfolio.portal.site import site

THEME = Path(__file__).resolve().parents[2] / "theme"
STYLES = {f"theme/{name}" for name in style_sheets([THEME])}
"""The files that pages name as their style sheets."""


def rendered(edition: Edition, folder: Path) -> dict[str, str]:
    """Write the pages into a folder and return their HTML by file name."""
    render(pages(edition), [THEME], folder, site(edition))
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))}


def words(html: str) -> str:
    """Return a text as one line, for comparing what a reader reads."""
    return " ".join(html.split())
