"""Finds what the tests of a checkout need beside Python: browsers, Java and two checkers of npm."""

import shutil
from pathlib import Path

BROWSERS = ("chromium", "firefox-esr")
MODULES = Path(".cache") / "npm" / "node_modules"
_NAMED = Path("tests") / "browser" / "npm.txt"


def missing_browsers() -> list[str]:
    return [name for name in BROWSERS if shutil.which(name) is None]


def missing_checkers() -> list[str]:
    """Return what the checks of accessibility and HTML lack, each as one installs it."""
    java = [] if shutil.which("java") else ["java"]
    return [*java, *(name for name in _named() if not _is_there(name))] if _named() else []


def how_to_fetch() -> str:
    """Return the command that fetches the checkers into a folder that git ignores."""
    prefix = MODULES.parent.as_posix()
    return f"npm install --no-save --no-package-lock --prefix {prefix} {' '.join(_named())}"


def _named() -> list[str]:
    return _NAMED.read_text("utf-8").split() if _NAMED.is_file() else []


def _is_there(name: str) -> bool:
    """Tell whether a package is there in the version named, `axe-core@4.14.1`."""
    package, _, version = name.partition("@")
    told = MODULES / package / "package.json"
    return told.is_file() and f'"version": "{version}"' in told.read_text("utf-8")
