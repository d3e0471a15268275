"""Puts a finished portal in the place of the former one, and repairs what a crash left halfway."""

import ctypes
import json
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from certfolio.handover.durable import flush_folder, write_durably

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2
_PATIENCE = (0.05, 0.2, 0.5, 1.0)  # seconds; Explorer and virus scanners let go after a moment


def new_staging(target: Path) -> Path:
    """Create the folder a build writes to, beside the target and so on the same file system."""
    folder = target.with_name(f".{target.name}.staging-{secrets.token_hex(4)}")
    folder.mkdir()
    return folder


def swap(target: Path, staging: Path, *, in_one_step: bool = True) -> None:
    """Replace the target by the staging folder; on a failure the former target is in place.

    Linux exchanges the two in one step; elsewhere the target is away for a moment, and a journal
    lets the next start finish what a crash interrupted.
    """
    if not (in_one_step and target.exists() and _exchanged(staging, target)):
        former = target.with_name(f".{target.name}.old-{secrets.token_hex(4)}")
        try:
            for _step in renames(target, staging, former):
                pass
        except BaseException:
            if not target.exists() and former.exists():
                rename(former, target)
            with suppress(OSError):
                _journal(target).unlink(missing_ok=True)
            raise
        shutil.rmtree(former, ignore_errors=True)
    # the new portal is in place: nothing from here on may look like a failure
    with suppress(OSError):
        flush_folder(target.parent)
    # after an exchange the former portal has the staging folder's name
    shutil.rmtree(staging, ignore_errors=True)


def renames(target: Path, staging: Path, former: Path) -> Iterator[str]:
    """Swap by renaming; yield after every step, so that a test can stop between any two."""
    journal = _journal(target)
    write_durably(journal, json.dumps({"staging": staging.name, "former": former.name}))
    yield "journal written"
    if target.exists():
        rename(target, former)
    yield "former portal put aside"
    rename(staging, target)
    yield "new portal in place"
    with suppress(OSError):
        flush_folder(target.parent)
        journal.unlink()
    yield "journal removed"


def repair(target: Path) -> tuple[str, ...]:
    """Finish or undo an interrupted swap and clear what crashed builds left; say what was done.

    To be called with the lock held.
    """
    done = [*_finish_swap(target)]
    for folder in left_behind(target, "staging|old"):
        shutil.rmtree(folder, ignore_errors=True)
        done.append(f"removed {folder.name}, left by a build that was interrupted")
    return tuple(done)


def _finish_swap(target: Path) -> Iterator[str]:
    journal = _journal(target)
    if not os.path.lexists(target):
        staging, former = _journaled(journal)
        if staging is not None and staging.is_dir():
            rename(staging, target)
            yield f"finished putting the new portal in place as {target.name}"
        elif former is not None and former.is_dir():
            rename(former, target)
            yield f"put the former portal back as {target.name}"
        flush_folder(target.parent)
    for file in (journal, journal.with_name(f"{journal.name}-partial")):
        file.unlink(missing_ok=True)


def _journaled(journal: Path) -> tuple[Path | None, Path | None]:
    """Read which folders take part; without a journal, only a former portal can be there."""
    target_name = journal.name.removeprefix(".").removesuffix(".journal")
    target = journal.with_name(target_name)
    try:
        names = json.loads(journal.read_bytes())
    except (FileNotFoundError, ValueError):
        return None, next(iter(left_behind(target, "old")), None)
    by_name = {folder.name: folder for folder in left_behind(target, "staging|old")}
    return by_name.get(names["staging"]), by_name.get(names["former"])


def _journal(target: Path) -> Path:
    return target.with_name(f".{target.name}.journal")


def left_behind(target: Path, kinds: str) -> list[Path]:
    """Return the folders of a kind, `staging` or `old`, that lie beside a target."""
    pattern = re.compile(rf"\.{re.escape(target.name)}\.(?:{kinds})-[0-9a-f]{{8}}")
    return sorted(
        path
        for path in target.parent.iterdir()
        if pattern.fullmatch(path.name) and path.is_dir() and not path.is_symlink()
    )


def rename(source: Path, destination: Path) -> None:
    """Rename, and replace where it is a file; wait a little for programs that hold it open."""
    for pause in _PATIENCE:
        try:
            source.replace(destination)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(destination)


def _exchanged(first: Path, second: Path) -> bool:
    """Exchange two folders in one step where the system can."""
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if exchange is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    result = exchange(
        _AT_CURRENT_FOLDER, paths[0], _AT_CURRENT_FOLDER, paths[1], ctypes.c_uint(_EXCHANGE)
    )
    return bool(result == 0)
