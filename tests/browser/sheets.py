"""Asks a page for its styles: the theme's sheet, and the words that it says on paper."""

SHEETS = """[...document.styleSheets].map((sheet) => sheet.href === null
  ? [...sheet.cssRules].flatMap((rule) => [rule.selectorText, ...rule.style])
  : [sheet.href.replace(new URL(".", location).href, "")])"""
# what a page says of itself on each sheet of paper; nothing else is styled in the page
_PAPER = [":root", "--running-head", "--running-build", "--running-foot"]
_OWN = {"theme/across.css", "theme/tables.css", "theme/pictures.css", "theme/search.css"}


def are_expected(sheets: list[list[str]]) -> bool:
    """Whether a page has the theme's sheet, those of its kind after it, and the words on paper."""
    first, *own, paper = sheets
    return (
        first == ["theme/style.css"]
        and paper == _PAPER
        and all(len(names) == 1 and names[0] in _OWN for names in own)
    )
