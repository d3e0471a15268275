"""Looks at the files that records name below content/files, and hashes and copies them once."""

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_handle import Unopened, changed, opened
from certfolio.intake.attachment_name import path_faults
from certfolio.intake.attachment_type import FileType, judge
from certfolio.model.problem import Code
from certfolio.model.quoting import shown

SIZE_LIMIT = 200_000_000
TOTAL_LIMIT = 2_000_000_000

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that may be shipped: its path below content/files, size in bytes and type."""

    path: str
    size: int
    file_type: FileType
    notices: tuple[FileFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What was read from a file in one pass: SHA-256 in lower-case hex, size in bytes."""

    sha256: str
    size: int


class Sink(Protocol):
    """Takes what is read from a file, and can start over."""

    def write(self, data: bytes, /) -> object: ...
    def seek(self, offset: int, /) -> object: ...
    def truncate(self) -> object: ...


def inspect(
    root: Path, relative: str, *, size_limit: int = SIZE_LIMIT, allows_macros: bool = False
) -> Attachment | list[FileFault]:
    """Judge a file by path, kind, size and contents; return every fault that can be known."""
    faults = path_faults(relative)
    if faults:
        return faults
    try:
        with opened(root, relative) as handle:
            return _judged(handle, relative, size_limit, allows_macros)
    except Unopened as error:
        return [error.fault]


def fingerprint(
    root: Path,
    relative: str,
    copy_to: Path | None = None,
    *,
    size_limit: int = SIZE_LIMIT,
    allows_macros: bool = False,
) -> Fingerprint | list[FileFault]:
    """Hash a file and copy it in the same pass, so that the copy is what was hashed.

    The file is judged again through the same handle. Nothing is left at `copy_to`, which must not
    exist, when there is a fault. A full or read-only disk is an OSError.
    """
    if copy_to is None:
        return read_steadily(
            root, relative, None, size_limit=size_limit, allows_macros=allows_macros
        )
    with ExitStack() as discarding:
        with copy_to.open("xb") as copy:
            discarding.callback(copy_to.unlink)
            result = read_steadily(
                root, relative, copy, size_limit=size_limit, allows_macros=allows_macros
            )
        if isinstance(result, Fingerprint):
            discarding.pop_all()
    return result


def read_steadily(
    root: Path,
    relative: str,
    sink: Sink | None,
    *,
    size_limit: int = SIZE_LIMIT,
    allows_macros: bool = False,
) -> Fingerprint | list[FileFault]:
    """Read a file into the sink; where it changed meanwhile, start over once, then give up."""
    faults = path_faults(relative)
    for _attempt in range(2):
        if faults:
            return faults
        try:
            with opened(root, relative) as handle:
                judged = _judged(handle, relative, size_limit, allows_macros)
                if isinstance(judged, list):
                    return judged
                result = _read_once(handle, sink, lambda: _state_at(root, relative))
        except Unopened as error:
            return [error.fault]
        if result is not None:
            return result
    return [changed(relative)]


def _read_once(
    handle: BinaryIO, sink: Sink | None, state_at_path: Callable[[], object]
) -> Fingerprint | None:
    before = _state(os.fstat(handle.fileno()))
    digest, size = hashlib.sha256(), 0
    handle.seek(0)
    if sink is not None:
        sink.seek(0)
        sink.truncate()
    # a file that grows all the time must not be read for ever
    while size <= before[2] and (chunk := handle.read(_CHUNK)):
        digest.update(chunk)
        size += len(chunk)
        if sink is not None:
            sink.write(chunk)
    is_steady = before == _state(os.fstat(handle.fileno())) == state_at_path()
    return Fingerprint(digest.hexdigest(), size) if is_steady and size == before[2] else None


def _state(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _state_at(root: Path, relative: str) -> tuple[int, int, int, int]:
    with opened(root, relative) as handle:
        return _state(os.fstat(handle.fileno()))


def _judged(
    handle: BinaryIO, relative: str, size_limit: int, allows_macros: bool
) -> Attachment | list[FileFault]:
    status = os.fstat(handle.fileno())
    sized = _size_fault(relative, status.st_size, size_limit)
    if sized is not None:
        return [sized]
    file_type = judge(relative.rsplit("/", 1)[-1], handle, allows_macros=allows_macros)
    if isinstance(file_type, FileFault):
        return [file_type]
    notices = (_hard_link(relative),) if status.st_nlink > 1 else ()
    return Attachment(relative, status.st_size, file_type, notices)


def _size_fault(relative: str, size: int, limit: int) -> FileFault | None:
    if size == 0:
        return FileFault(
            Code.FILE_EMPTY,
            f"{shown(relative, 120)} is empty",
            "a file with contents: an empty one proves nothing",
            "put the file there again, or take it out of the record",
        )
    if size > limit:
        return FileFault(
            Code.FILE_SIZE,
            f"{shown(relative, 120)} has {_megabytes(size)}",
            f"at most {_megabytes(limit)} for one file",
            "make it smaller, or describe it as available on site",
        )
    return None


def _hard_link(relative: str) -> FileFault:
    return FileFault(
        Code.FILE_LINK,
        f"{shown(relative, 120)} has a second name on this disk",
        "a file with one name, as changes through the other would change the evidence",
        "put a copy of the file there, if the second name was not on purpose",
        is_notice=True,
    )


def total_fault(sizes: Mapping[str, int], limit: int = TOTAL_LIMIT) -> FileFault | None:
    """Say that all files together are too big for a portal, naming the ten biggest."""
    total = sum(sizes.values())
    if total <= limit:
        return None
    biggest = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:10]
    named = ", ".join(f"{shown(path, 120)} {_megabytes(size)}" for path, size in biggest)
    return FileFault(
        Code.FILE_SIZE,
        f"all files together have {_megabytes(total)}; the biggest are {named}",
        f"at most {_megabytes(limit)} for all files together",
        "make the biggest smaller, or describe them as available on site",
    )


def _megabytes(size: int) -> str:
    return f"{-(-size // 100_000) / 10:.1f} MB"
