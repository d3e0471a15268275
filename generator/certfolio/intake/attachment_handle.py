"""Opens a file below a folder without following a link at any step."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_search import near_miss
from certfolio.model.problem import Code
from certfolio.model.quoting import shown

HAS_FOLDER_HANDLES = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")

_REPARSE_POINT = 0x400  # Windows: links, junctions and mount points


class Unopened(Exception):  # noqa: N818 - it carries a fault to the one place that returns it
    """A file could not be opened as a plain file below the folder."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.found)
        self.fault = fault


@contextmanager
def opened(
    root: Path, relative: str, *, by_handle: bool = HAS_FOLDER_HANDLES
) -> Iterator[BinaryIO]:
    """Open a plain file for reading; raise Unopened for links, devices and whatever is missing.

    Every folder is opened inside the one before it, so that none can be swapped for a link
    meanwhile. Systems without folder handles look at each step first and at the open file after.
    """
    try:
        handle = _open_by_handle(root, relative) if by_handle else _open_by_path(root, relative)
    except OSError as error:
        raise Unopened(_fault_of(error, root, relative)) from error
    with handle:
        yield handle


def _open_by_handle(root: Path, relative: str) -> BinaryIO:
    *folders, name = relative.split("/")
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in folders:
            _require(os.lstat(part, dir_fd=folder), relative, is_folder=True)
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = inner
        seen = os.lstat(name, dir_fd=folder)
        _require(seen, relative, is_folder=False)
        # a pipe put in the file's place meanwhile must not block
        return _checked(
            os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder),
            seen,
            relative,
        )
    finally:
        os.close(folder)


def _open_by_path(root: Path, relative: str) -> BinaryIO:
    path = root
    *folders, name = relative.split("/")
    for part in folders:
        path = path / part
        _require(path.lstat(), relative, is_folder=True)
    path = path / name
    seen = path.lstat()
    _require(seen, relative, is_folder=False)
    if Path(os.path.realpath(path)).parts[-len(folders) - 1 :] != (*folders, name):
        # Windows opens a file under any case, a portal built elsewhere would miss it
        raise Unopened(_missing(root, relative))
    return _checked(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)), seen, relative)


def _checked(descriptor: int, seen: os.stat_result, relative: str) -> BinaryIO:
    """Make sure that the open file is the one looked at."""
    handle = os.fdopen(descriptor, "rb")
    try:
        _require(os.fstat(descriptor), relative, is_folder=False)
        if not os.path.samestat(seen, os.fstat(descriptor)):
            raise Unopened(changed(relative))
    except BaseException:
        handle.close()
        raise
    return handle


def _require(status: os.stat_result, relative: str, *, is_folder: bool) -> None:
    attributes = getattr(status, "st_file_attributes", 0)
    if stat.S_ISLNK(status.st_mode) or attributes & _REPARSE_POINT:
        raise Unopened(_link(relative))
    is_right = stat.S_ISDIR if is_folder else stat.S_ISREG
    if not is_right(status.st_mode):
        raise Unopened(_kind(relative, status.st_mode))


def _fault_of(error: OSError, root: Path, relative: str) -> FileFault:
    if isinstance(error, FileNotFoundError):
        return _missing(root, relative)
    if error.errno in {errno.ELOOP, errno.ENOTDIR}:
        # looked at as a plain folder or file, a link by the time it was opened
        return _link(relative)
    return FileFault(
        Code.FILE_UNREADABLE,
        f"{shown(relative, 120)} cannot be read: {error.strerror or 'unknown reason'}",
        "a file that whoever runs the build may read",
        "grant read permission on the file and its folders",
    )


def changed(relative: str) -> FileFault:
    """Say that a file was written to or replaced while it was read."""
    return FileFault(
        Code.FILE_CHANGED,
        f"{shown(relative, 120)} changed while it was read",
        "a file that nothing writes to during the build",
        "close the program that writes to it, then build again",
    )


def _link(relative: str) -> FileFault:
    return FileFault(
        Code.FILE_LINK,
        f"{shown(relative, 120)} is a link or lies behind one",
        "a plain file in plain folders below content/files",
        "put a copy of the file itself there",
    )


def _kind(relative: str, mode: int) -> FileFault:
    kind = "a folder" if stat.S_ISDIR(mode) else "not a plain file"
    return FileFault(
        Code.FILE_KIND,
        f"{shown(relative, 120)} is {kind}",
        "the path of a single file below content/files",
        "name each file on its own",
    )


def _missing(root: Path, relative: str) -> FileFault:
    near = None
    with suppress(OSError):
        near = near_miss(root, relative)
    return FileFault(
        Code.FILE_MISSING,
        f"{shown(relative, 120)} is not there",
        "a file below content/files, spelled as it is on the disk",
        f"did you mean {shown(near, 120)}?" if near else "add the file, or correct its path",
    )
