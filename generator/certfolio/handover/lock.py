"""Lets one build at a time publish to a folder."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from certfolio.handover.target import Target
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

_PATIENCE = (0.01, 0.05, 0.1)  # seconds


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
        lock = _acquired(path, holder)
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


def _acquired(path: Path, holder: Path) -> FileLock:
    """Take the lock; a file without a holder is one that its last holder is just removing."""
    lock = FileLock(path)
    for pause in _PATIENCE:
        try:
            lock.acquire(blocking=False)
        except Timeout:
            if holder.exists():
                raise
            time.sleep(pause)
        else:
            return lock
    lock.acquire(blocking=False)
    return lock


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
