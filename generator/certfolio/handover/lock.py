"""Lets one build at a time publish to a folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from certfolio.handover.target import Target
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop


@contextmanager
def locked(target: Target) -> Iterator[None]:
    """Hold the lock beside the target, or raise Stop naming who holds it.

    The system frees the lock of a process that was killed. The holder's name lies in a second
    file, as some systems let nobody read a locked one; the clock is asked for that file only.
    """
    path = target.place.with_name(f".{target.place.name}.lock")
    holder = path.with_name(f"{path.name}-holder")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        lock = _acquired(path)
    except Timeout:
        raise _busy(target, holder) from None
    try:
        started = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        holder.write_text(f"process {os.getpid()}, started {started}\n", encoding="utf-8")
        yield
    finally:
        # removed while the lock is still held, so that nobody else's is
        for file in (holder, path):
            with suppress(OSError):
                file.unlink()
        lock.release()


def _acquired(path: Path) -> FileLock:
    """Lock the file that lies at the path now, not one that its last holder was just removing."""
    lock = FileLock(path)
    lock.acquire(blocking=False)
    while True:
        other = FileLock(path)
        try:
            other.acquire(blocking=False)
        except Timeout:
            return lock
        lock.release()
        lock = other


def _busy(target: Target, holder: Path) -> Stop:
    name = "another process"
    with suppress(OSError):
        name = _first_line(holder) or name
    return Stop(
        ExitCode.BUSY,
        found=f"another build of {target.name} is running: {name}",
        expected="one build of a portal at a time",
        fix="wait until it ends, or end that process; the next build can then start at once",
    )


def _first_line(path: Path) -> str:
    return path.read_bytes()[:200].decode("utf-8", "replace").strip()
