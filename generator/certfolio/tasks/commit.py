"""Asks git which commit the records are at, where they are in git at all."""

import shutil
import subprocess
from pathlib import Path

from certfolio.model.message import say


def commit_of(content: Path) -> str | None:
    """Return the short commit of the content folder, with a remark where it was edited since."""
    git = shutil.which("git")
    if git is None:
        return None
    commit = _ask(git, content, "rev-parse", "--short=12", "HEAD")
    if commit is None:
        return None
    changes = _ask(git, content, "status", "--porcelain", "--", ".")
    if changes == "":
        return commit
    return say("{commit}, with changes that are not committed", commit=commit)


def _ask(git: str, folder: Path, *words: str) -> str | None:
    try:
        told = subprocess.run(  # noqa: S603 - fixed words, no shell
            [git, "-C", str(folder), *words], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return told.stdout.strip()
