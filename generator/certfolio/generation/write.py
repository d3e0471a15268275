"""Writes a generated organization into a folder that is new or empty."""

from collections.abc import Mapping
from pathlib import Path

from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop


def expect_empty(folder: Path) -> None:
    """Raise Stop where something is there already: it might be somebody's work."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"{shown(str(folder))} is {'not empty' if folder.is_dir() else 'a file'}",
        expected="a folder that is new or empty",
        fix="name another folder",
    )


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by their paths below the folder; nothing is ever replaced."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(data)
