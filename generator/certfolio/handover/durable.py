"""Makes sure that what was written survives a loss of power."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_WAITING = 16  # a disk writes many small files faster when it may order them


def make_durable(folder: Path) -> None:
    """Flush every file of a folder, then every folder from the innermost outwards."""
    files: list[Path] = []
    folders: list[Path] = []
    for base, _folders, names in os.walk(folder, topdown=False):
        folders.append(Path(base))
        files.extend(Path(base, name) for name in names)
    with ThreadPoolExecutor(_WAITING) as executor:
        for _flushed in executor.map(_flush_file, files):
            pass
    for each in folders:
        flush_folder(each)


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder; Windows does so by itself and offers no way to ask."""
    if os.name != "nt":
        _flush(folder, os.O_RDONLY)


def write_durably(path: Path, text: str) -> None:
    """Replace a small file so that it is there either whole or not at all."""
    partial = path.with_name(f"{path.name}-partial")
    try:
        partial.write_bytes(text.encode())
        _flush_file(partial)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def _flush_file(path: Path) -> None:
    # Windows flushes only what is open for writing
    _flush(path, os.O_RDWR)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
