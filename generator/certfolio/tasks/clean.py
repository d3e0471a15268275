"""The command that removes what builds left in the workspace, and nothing else."""

import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.handover.lock import locked
from certfolio.handover.settle import finish_settling
from certfolio.handover.swap import repair
from certfolio.handover.target import MARKER, Target
from certfolio.tasks import option
from certfolio.tasks.ending import CRASH_LOG, ending
from certfolio.tasks.terminal import say

_LEFT_BEHIND = re.compile(r"\.(.+)\.(?:(?:staging|old)-[0-9a-f]{8}|(?:parcel-)?journal)")
_CACHE = CRASH_LOG.parent
_HELP = {"output": "folder that was published to (default: output)"}


@task(auto_shortflags=False, help=_HELP)
def clean(_context: Context, output: str = "output") -> None:
    """Remove published portals, what interrupted builds left, and the cache."""
    with ending():
        removed = [*_published(option.folder(output)), *_cache()]
        for line in removed or ["There was nothing to remove."]:
            say(line)


def _published(output: Path) -> Iterator[str]:
    """Remove every folder that carries our mark, one at a time and never during a build."""
    for name in sorted(_names(output)):
        place = output.absolute() / name
        target = Target((output / name).as_posix(), place, "")
        with locked(target):
            for line in (*finish_settling(place), *repair(place)):
                yield f"{line[0].upper()}{line[1:]}."
            if _is_marked(place):
                _remove(place)
                yield f"Removed {target.name}."


def _names(output: Path) -> set[str]:
    if not output.is_dir():
        return set()
    paths = list(output.iterdir())
    left = (_LEFT_BEHIND.fullmatch(path.name) for path in paths if not path.is_symlink())
    return {match[1] for match in left if match} | {path.name for path in paths if _is_marked(path)}


def _is_marked(folder: Path) -> bool:
    marker = folder / MARKER
    return not folder.is_symlink() and marker.is_file() and not marker.is_symlink()


def _remove(place: Path) -> None:
    """Rename first: what is left of an interrupted removal is then cleared by the next build."""
    doomed = place.with_name(f".{place.name}.staging-{secrets.token_hex(4)}")
    place.rename(doomed)
    shutil.rmtree(doomed)


def _cache() -> Iterator[str]:
    if _CACHE.is_dir() and not _CACHE.is_symlink() and not _CACHE.parent.is_symlink():
        shutil.rmtree(_CACHE)
        if not any(_CACHE.parent.iterdir()):
            _CACHE.parent.rmdir()
        yield f"Removed {_CACHE.as_posix()}."
