"""Puts into words what the disk or the system refuses while a portal is written."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

_DENIED = frozenset({errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_OTHER = frozenset(
    {errno.EIO, errno.EBUSY, errno.EMFILE, errno.ENFILE, errno.ESTALE, errno.ENOTDIR}
)


def environment_stop(error: OSError, target: str, place: Path, written: int = 0) -> Stop | None:
    """Return the stop for an error of the environment, or None where it must be a bug of ours.

    `target` is how people call the folder, `place` where it is, `written` the bytes written so far.
    """
    if error.errno in _FULL:
        return _full(target, place, written)
    if error.errno == errno.EROFS:
        return Stop(
            ExitCode.ENVIRONMENT,
            found=f"the disk that holds {target} can only be read",
            expected="a disk that can be written to",
            fix="publish to another folder, or make the disk writable",
        )
    if error.errno in _DENIED:
        return Stop(
            ExitCode.ENVIRONMENT,
            found=f"no permission to write beside or into {target}",
            expected="the right to create, rename and remove folders there",
            fix="grant it, close programs that show the portal, or publish to another folder",
        )
    if error.errno in _OTHER:
        return Stop(
            ExitCode.ENVIRONMENT,
            found=f"writing {target} failed: {error.strerror}",
            expected="a disk that takes what is written to it",
            fix="look after the disk, or publish to another folder",
        )
    return None


def _full(target: str, place: Path, written: int) -> Stop:
    return Stop(
        ExitCode.ENVIRONMENT,
        found=f"the disk that holds {target} {_what_is_full(place)} after {_megabytes(written)}",
        expected="room for the new portal beside the former one",
        fix="free some space, or publish to a folder on another disk",
    )


def _what_is_full(place: Path) -> str:
    """Tell a disk without space from one that holds as many files as it can."""
    with suppress(OSError, AttributeError):
        status = os.statvfs(place.parent)
        if status.f_files and not status.f_favail:
            return "can hold no more files"
    with suppress(OSError):
        return f"is full ({_megabytes(shutil.disk_usage(place.parent).total)} in all)"
    return "is full"


def _megabytes(size: int) -> str:
    return f"{-(-size // 100_000) / 10:.1f} MB"


def size_of(folder: Path) -> int:
    """Add up the sizes of the files in a folder, as far as they can be known."""
    total = 0
    for base, _folders, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += Path(base, name).lstat().st_size
    return total
