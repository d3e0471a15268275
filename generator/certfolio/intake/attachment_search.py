"""Walks content/files without following links: what lies there, what is ignored, what is unused."""

import difflib
import os
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from certfolio.intake.attachment_name import is_junk


@dataclass(frozen=True, slots=True)
class Listing:
    """Every path below content/files, sorted: files (and links), and junk that is never shipped."""

    files: tuple[str, ...]
    junk: tuple[str, ...]


def survey(root: Path) -> Listing:
    """List the folder; a junk folder counts as one entry and is not entered."""
    entries = list(_walk(root, "")) if root.is_dir() else []
    return Listing(
        files=tuple(sorted(path for path, is_left_out in entries if not is_left_out)),
        junk=tuple(sorted(path for path, is_left_out in entries if is_left_out)),
    )


def orphans(root: Path, used: Collection[str]) -> list[str]:
    """List the files below content/files that no record names; they are never shipped."""
    named = frozenset(used)
    return [path for path in survey(root).files if path not in named]


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, bool]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = f"{prefix}{entry.name}"
        if is_junk(entry.name):
            yield path, True
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / entry.name, f"{path}/")
        else:
            yield path, False


def near_miss(root: Path, relative: str) -> str | None:
    """Find the file that was probably meant: another case, or a typing error in the last step."""
    wanted = _folded(relative)
    listed = survey(root).files
    for path in listed:
        if _folded(path) == wanted:
            return path
    close = difflib.get_close_matches(relative, listed[:10_000], n=1, cutoff=0.8)
    return close[0] if close else None


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
