"""Takes pictures of a portal's pages, for people to look at.

    python tests/browser/look.py output/internal /tmp/pictures            every kind of page
    python tests/browser/look.py output/internal /tmp/pictures index due  these pages
    python tests/browser/look.py output/internal theme/screenshots --readme

Each page is taken light and dark, 390, 1280 and 1920 pixels wide; the two pictures of README are
light and 1280 pixels wide.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from browser.chromium import chromium, watched
from portal_whole.page_tree import one_of_each_kind

WIDTHS = (390, 1280, 1920)
THEMES = ("light", "dark")
README = ("index", "matrix")
HEIGHT = 900
TALLEST = 2600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("portal", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("pages", nargs="*", help="names without .html; default: one of each kind")
    parser.add_argument("--readme", action="store_true", help="only the two pictures of README")
    wish = parser.parse_args()
    wish.target.mkdir(parents=True, exist_ok=True)
    portal = wish.portal.resolve()
    if wish.readme:
        take([portal / f"{name}.html" for name in README], wish.target, (1280,), ("light",))
    else:
        named = [portal / f"{name}.html" for name in wish.pages]
        take(named or one_of_each_kind(portal).values(), wish.target, WIDTHS, THEMES)


def take(
    pages: Iterable[Path], target: Path, widths: tuple[int, ...], themes: tuple[str, ...]
) -> None:
    """Write a picture of every page in every width and theme; one alone has the page's name."""
    is_alone = len(widths) * len(themes) == 1
    with chromium() as browser:
        for width in widths:
            for theme in themes:
                size = {"width": width, "height": HEIGHT}
                with watched(browser, viewport=size, color_scheme=theme) as seen:
                    for page in pages:
                        seen.page.goto(page.as_uri())
                        name = "start" if page.stem == "index" else page.stem
                        place = target / (
                            f"{name}.png" if is_alone else f"{name}-{width}-{theme}.png"
                        )
                        tall = min(TALLEST, int(seen.page.evaluate("document.body.scrollHeight")))
                        height = HEIGHT if is_alone else max(HEIGHT, tall)
                        seen.page.set_viewport_size({"width": width, "height": height})
                        seen.page.screenshot(path=place)
                        seen.page.set_viewport_size(size)


if __name__ == "__main__":
    main()
