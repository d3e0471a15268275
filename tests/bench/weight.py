"""Weighs the pages of a portal by kind: HTML, the scripts in it, and the style sheets it names.

PYTHONPATH=generator:tests python tests/bench/weight.py [portal]
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from certfolio.records.record_types import RECORD_TYPES

RECORDS = {row.prefix.lower() for row in RECORD_TYPES}
FAMILIES = ("clause", "matrix", "print", "readiness-step", "register", "rule", "standard")
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a page, of its scripts, and of the page with its style sheets."""

    html: int
    script: int
    whole: int


def kind_of(stem: str) -> str:
    if stem.rpartition("-")[0].partition("-")[0] in RECORDS:
        return "record"
    return next((family for family in FAMILIES if stem.startswith(f"{family}-")), stem)


def weighed(portal: Path) -> Iterator[tuple[str, Weight]]:
    for page in sorted(portal.glob("*.html")):
        text = page.read_text("utf-8")
        html = len(text.encode())
        script = sum(len(found.encode()) for found in SCRIPT.findall(text))
        sheets = sum((portal / name).stat().st_size for name in SHEET.findall(text))
        yield kind_of(page.stem), Weight(html, script, html + sheets)


def line(kind: str, *cells: str) -> str:
    return f"{kind:16}" + "".join(f"{cell:>15}" for cell in cells)


def main() -> None:
    portal = Path(sys.argv[1] if len(sys.argv) > 1 else "output/internal")
    kinds: dict[str, list[Weight]] = {}
    for kind, weight in weighed(portal):
        kinds.setdefault(kind, []).append(weight)
    print(line("kind", "pages", "HTML, median", "most", "script", "whole, median", "most"))
    for kind, weights in kinds.items():
        row = (
            median(w.html for w in weights),
            max(w.html for w in weights),
            max(w.script for w in weights),
            median(w.whole for w in weights),
            max(w.whole for w in weights),
        )
        print(line(kind, str(len(weights)), *(f"{value / 1000:.1f}" for value in row)))
    heavy = sum(weight.whole > 60_000 for weight in kinds["record"])
    print(f"pages of records above 60 kB with their style sheets: {heavy}")


if __name__ == "__main__":
    main()
