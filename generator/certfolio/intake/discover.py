"""Finds the record files below content/ without ever following a link.

Links, devices, unknown folders and unknown kinds of file are problems; what editors and systems
leave behind is ignored with a notice.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from certfolio.intake.attachment_name import is_junk
from certfolio.intake.phrase import did_you_mean
from certfolio.intake.read import SUFFIXES
from certfolio.intake.text import SIZE_LIMIT, too_large
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

SETTINGS_FILE = "portal.yaml"
_OTHER_FOLDERS = ("files", "standards")
_README = "README.md"
_RECORD_FILE = "a record in a file ending in .yaml, .yml, .json or .md"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that holds records of one type; `path` is relative to the project, with slashes."""

    path: str
    file: Path
    kind: str


def discover(content: Path, folders: Mapping[str, str]) -> tuple[list[SourceFile], list[Problem]]:
    """Return the record files in the order of their paths; `folders` maps folder to type."""
    walk = _Walk(folders)
    if content.is_symlink() or not content.is_dir():
        found = "no folder with records is here"
        fix = "create the folder, or start in the folder of the project"
        problem = Problem(Location(content.name), found, Code.FOLDER, "the folder content", fix)
        return [], [problem]
    for entry in walk.entries(content, content.name):
        walk.top(entry, f"{content.name}/{entry.name}")
    walk.files.sort(key=lambda source: source.path)
    return walk.files, sorted(walk.problems, key=lambda problem: problem.sort_key)


def read_bytes(source: SourceFile) -> bytes | Problem:
    """Read a record file; a link that took its place meanwhile is not followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(source.file, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            size = os.fstat(handle).st_size
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        return _unreadable(source.path, error)
    return too_large(source.path, max(size, len(data))) if len(data) > SIZE_LIMIT else data


def _unreadable(path: str, error: OSError) -> Problem:
    found = f"this cannot be read: {error.strerror}"
    fix = "give the account that builds the portal the right to read it"
    return Problem(_location(path), found, Code.FILE_UNREADABLE, "a file that can be read", fix)


def _location(path: str) -> Location:
    """Return the location of a file, its name made fit to print."""
    return Location(shown(path, len(path))[1:-1])


class _Walk:
    """Collects files and problems on the way through the folders."""

    def __init__(self, folders: Mapping[str, str]) -> None:
        self.folders = folders
        self.files: list[SourceFile] = []
        self.problems: list[Problem] = []

    def entries(self, folder: "Path | os.DirEntry[str]", path: str) -> Iterator["os.DirEntry[str]"]:
        """Return the entries worth a look, in the order of their names; note the others."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.problems.append(_unreadable(path, error))
            return
        for entry in entries:
            here = f"{path}/{entry.name}"
            if is_junk(entry.name):
                self._note_ignored(here)
            elif entry.is_symlink():
                self._problem(
                    here,
                    "this is a link",
                    Code.FILE_LINK,
                    "the file or folder itself; links are never followed",
                    "put a copy of the file in place of the link",
                )
            elif self._is_plain(entry, here):
                yield entry

    def top(self, entry: "os.DirEntry[str]", path: str) -> None:
        """Judge an entry directly in content/."""
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and entry.name in self.folders:
            self._folder(entry, path, self.folders[entry.name])
        elif is_folder and entry.name not in _OTHER_FOLDERS:
            known = sorted([*self.folders, *_OTHER_FOLDERS])
            self._problem(
                path,
                f"the folder {shown(entry.name)} is not known",
                Code.FOLDER,
                f"one of the folders {', '.join(known)}",
                did_you_mean(entry.name, known) or "rename the folder, or move it out of content",
            )
        elif not is_folder and entry.name not in (SETTINGS_FILE, _README):
            self._problem(
                path,
                f"the file {shown(entry.name)} does not belong here",
                Code.FOLDER,
                f"{SETTINGS_FILE} and {_README}; records lie in the folders of their type",
                _settings_meant(entry.name) or "move the file into the folder of its record type",
            )

    def _folder(self, folder: "os.DirEntry[str]", path: str, kind: str) -> None:
        """Take all files of a record folder; people may group them in folders of their own."""
        waiting = [(folder, path)]
        while waiting:
            current, here = waiting.pop()
            for entry in self.entries(current, here):
                below = f"{here}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry, below))
                elif entry.name != _README:
                    self._file(entry, below, kind)

    def _file(self, entry: "os.DirEntry[str]", path: str, kind: str) -> None:
        if not entry.name.endswith(SUFFIXES):
            self._problem(
                path,
                f"the file {shown(entry.name)} is of a kind that holds no records",
                Code.FOLDER,
                _RECORD_FILE,
                _suffix_meant(entry.name) or "move evidence and other files to content/files",
            )
        elif _location(path).path != path:
            self._problem(
                path,
                "the name of the file holds a character that cannot be shown",
                Code.FILE_NAME,
                "a name of visible characters",
                "rename the file",
            )
        else:
            self.files.append(SourceFile(path, Path(entry.path), kind))

    def _is_plain(self, entry: "os.DirEntry[str]", path: str) -> bool:
        """Tell whether the entry is a folder or an ordinary file; nothing is opened."""
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
            return True
        self._problem(
            path,
            "this is neither a file nor a folder (a pipe, a socket or a device)",
            Code.FILE_KIND,
            "ordinary files and folders",
            "remove it from content",
        )
        return False

    def _note_ignored(self, path: str) -> None:
        found = "left behind by a program, ignored"
        expected, fix = "files that people wrote", "nothing to do; delete it if you like"
        self.problems.append(
            Problem(_location(path), found, Code.IGNORED, expected, fix, is_notice=True)
        )

    def _problem(self, path: str, found: str, code: Code, expected: str, fix: str) -> None:
        self.problems.append(Problem(_location(path), found, code, expected, fix))


def _settings_meant(name: str) -> str | None:
    """Return the fix for portal.yml, Portal.yaml, portl.yaml and the like."""
    is_near = did_you_mean(name.partition(".")[0], (SETTINGS_FILE.partition(".")[0],))
    return f"did you mean {SETTINGS_FILE}?" if is_near else None


def _suffix_meant(name: str) -> str | None:
    """Return the fix for R-1.yaml.txt, R-1.YAML, R-1.yaml.bak and the like."""
    for suffix in SUFFIXES:
        stem, found, _ = name.lower().partition(suffix)
        if found and stem:
            return f"did you mean {name[: len(stem)]}{suffix}?"
    return None
