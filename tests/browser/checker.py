"""Finds the two checkers that come from npm, and asks them about pages.

`npm.txt` names them with their versions; `invoke test` says how they are fetched.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from certfolio.tasks.checkers import MODULES

_PROJECT = Path(__file__).resolve().parents[2]
_LIBRARY = _PROJECT / MODULES
_RUN = """async () => {
  const found = await axe.run({ resultTypes: ["violations"], preload: false });
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.html}`));
}"""


def axe_violations(page: Page) -> list[str]:
    """Return everything that axe finds on the page as it is shown: rule, place and markup."""
    page.evaluate(_axe())
    found: Any = page.evaluate(_RUN)
    return [str(violation)[:300] for violation in found]


def nu_errors(*arguments: str, files: Iterable[Path]) -> list[str]:
    """Return what the Nu checker calls an error in the files: name, line and words."""
    program = shutil.which("java")
    assert program is not None, "java cannot be found"
    jar = _LIBRARY / "vnu-jar" / "build" / "dist" / "vnu.jar"
    ended = subprocess.run(
        [program, "-Xss8m", "-jar", jar, "--errors-only", "--format", "json", *arguments, *files],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    messages = json.loads(ended.stderr)["messages"]
    return [
        f"{str(told['url']).rpartition('/')[2]}:{told.get('lastLine')}: {told['message']}"
        for told in messages
    ]


@cache
def _axe() -> str:
    return (_LIBRARY / "axe-core" / "axe.min.js").read_text("utf-8")
