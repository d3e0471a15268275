"""Rewrites Markdown as authors mean it (CommonMark, GitHub) for Python-Markdown."""

from certfolio.intake.markdown.line import FENCE, expanded
from certfolio.intake.markdown.scan import scan

# Marks that ask for a table of contents: the page shows the outline of every text anyway.
_CONTENTS = ("[TOC]", "[[_TOC_]]")


def normalize(text: str) -> str:
    """Return a text that means to Python-Markdown what the given one means on GitHub.

    Nesting is indented by four, blocks stand apart, code is sealed as HTML;
    definitions, footnotes, abbreviations and admonitions stay what they are.
    """
    return "\n".join(scan(_lines(text)).lines()) + "\n"


def _plain(text: str) -> str:
    for sign, meaning in (("\r\n", "\n"), ("\r", "\n"), ("\x02", ""), ("\x03", "")):
        text = text.replace(sign, meaning)
    return text.removesuffix("\n")


def _lines(text: str) -> list[str]:
    """Return the lines; tabs that indent are spaces, those within fences stay."""
    lines: list[str] = []
    fence = ""
    for line in _plain(text).split("\n"):
        found = FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
        lines.append(line if fence else "" if line.strip() in _CONTENTS else expanded(line))
    return lines
