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
_LITTLE = 100_000  # bytes; what was written did not do
_OTHER = frozenset(
    {errno.EIO, errno.EBUSY, errno.EMFILE, errno.ENFILE, errno.ESTALE, errno.ENOTDIR}
    # a stick that was pulled out, a share that went away
    | {errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.EHOSTDOWN, errno.ETIMEDOUT}
)


def environment_stop(error: OSError, target: str, place: Path, written: int = 0) -> Stop | None:
    """Return the stop for an error of the environment, or None where it must be a bug of ours.

    `target` is how people call the folder, `place` where it is, `written` the bytes written so far.
    An error that names a file elsewhere, of the records or the theme, is not about the target: it
    is None here, and told with the name of that file.
    """
    if _is_elsewhere(error, place):
        return None
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


def _is_elsewhere(error: OSError, place: Path) -> bool:
    named = error.filename
    return isinstance(named, str) and place.parent not in Path(named).absolute().parents


def _full(target: str, place: Path, written: int) -> Stop:
    need = max(written, size_of(place)) + _LITTLE
    disk = f"the disk that holds {target} ({_volume(place)})"
    if _holds_no_more_files(place):
        found = f"{disk} can hold no more files after {_megabytes(written)}"
        expected = "room there for many small files"
    else:
        found = f"{disk} is full after {_megabytes(written)}"
        expected = f"at least {_megabytes(need)} of free space there"
    return Stop(
        ExitCode.ENVIRONMENT,
        found=found,
        expected=expected,
        fix="free some space, or write to a folder on another disk",
    )


def _volume(place: Path) -> str:
    """Name the disk as its owner can find it: where it is mounted, and how large it is."""
    mount = next((each for each in place.absolute().parents if each.is_mount()), None)
    name = str(mount or Path(place.anchor))
    with suppress(OSError):
        return f"{name}, {_megabytes(shutil.disk_usage(place.parent).total)} in all"
    return name


def _holds_no_more_files(place: Path) -> bool:
    with suppress(OSError, AttributeError):
        status = os.statvfs(place.parent)
        return bool(status.f_files) and not status.f_favail
    return False


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
