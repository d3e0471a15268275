"""Asks a page for its styles: the theme's sheet, and the words that it says on paper."""

SHEETS = """[...document.styleSheets].map((sheet) => sheet.href === null
  ? [...sheet.cssRules].flatMap((rule) => [rule.selectorText, ...rule.style])
  : [sheet.href.replace(new URL(".", location).href, "")])"""
# what a page says of itself on each sheet of paper; nothing else is styled in the page
EXPECTED_SHEETS = [
    ["theme/style.css"],
    [":root", "--running-head", "--running-build", "--running-foot"],
]
