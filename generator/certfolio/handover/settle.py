"""Puts finished files and folders into a folder, all of them or none; repairs what a crash left.

A package is a zip and what lies beside it; one without the others, or with those of another, is
worse than none.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from certfolio.handover.durable import flush_folder, make_durable, write_durably
from certfolio.handover.swap import left_behind, rename

PARCEL = "parcel"
_FORMER = "former"


@dataclass(frozen=True, slots=True)
class Settling:
    """New files in `staging`/parcel for `folder`, in the order in which they get there.

    `outdated` are the names of files there that belong to former ones and have to go with them.
    """

    place: Path
    staging: Path
    names: tuple[str, ...]
    outdated: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        return self.place.parent

    @property
    def parcel(self) -> Path:
        return self.staging / PARCEL

    @property
    def former(self) -> Path:
        return self.staging / _FORMER


def settle(place: Path, staging: Path, names: Sequence[str], outdated: Iterable[str] = ()) -> None:
    """Move the files from the parcel to the folder that holds `place`; on a failure move none.

    The last name is that without which the others are nothing to anybody. `place` only gives the
    journal its name.
    """
    settling = Settling(place, staging, tuple(names), tuple(sorted(set(outdated) - set(names))))
    make_durable(settling.parcel)
    try:
        for _step in steps(settling):
            pass
    except BaseException:
        _undo(settling)
        raise


def steps(settling: Settling) -> Iterator[str]:
    """Move file by file; yield the name after each, so that a test can stop between any two."""
    settling.former.mkdir(exist_ok=True)
    journal = _journal(settling.place)
    said = {"staging": settling.staging.name, "names": settling.names}
    write_durably(journal, json.dumps(said | {"outdated": settling.outdated}))
    yield "the journal"
    for name in settling.names:
        _keep(settling.folder / name, settling.former / name)
        rename(settling.parcel / name, settling.folder / name)
        yield name
    for name in settling.outdated:
        if os.path.lexists(settling.folder / name):
            rename(settling.folder / name, settling.former / name)
            yield name
    # everything is in its place: nothing from here on may look like a failure
    with suppress(OSError):
        flush_folder(settling.folder)
        journal.unlink()


def finish_settling(place: Path) -> tuple[str, ...]:
    """Move what a crash left in the parcel, as the journal says; say what was done.

    To be called with the lock held.
    """
    journal = _journal(place)
    settling = _journaled(place, journal)
    finished = [*_finished(settling)] if settling is not None else []
    if finished:
        flush_folder(place.parent)
    for file in (journal, journal.with_name(f"{journal.name}-partial")):
        file.unlink(missing_ok=True)
    return tuple(f"finished putting {name} in place" for name in finished)


def _finished(settling: Settling) -> Iterator[str]:
    for name in settling.names:
        if os.path.lexists(settling.parcel / name):
            _make_way(settling, name, settling.former)
            rename(settling.parcel / name, settling.folder / name)
            yield name
    for name in settling.outdated:
        (settling.folder / name).unlink(missing_ok=True)


def _journaled(place: Path, journal: Path) -> Settling | None:
    try:
        said = json.loads(journal.read_bytes())
        staging = {each.name: each for each in left_behind(place, "staging")}[said["staging"]]
        names, outdated = tuple(said["names"]), tuple(said["outdated"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    # a journal is a file that anybody may write: nothing leaves the folder through it
    if any(Path(name).name != name for name in (*names, *outdated)):
        return None
    return Settling(place, staging, names, outdated)


def _undo(settling: Settling) -> None:
    """Put back what was there; where even that fails, the journal stays for the next start."""
    for name in reversed(settling.names + settling.outdated):
        former = settling.former / name
        is_new_there = name in settling.names and not (settling.parcel / name).exists()
        if former.exists():
            _make_way(settling, name, settling.parcel)
            rename(former, settling.folder / name)
        elif is_new_there and os.path.lexists(settling.folder / name):
            rename(settling.folder / name, settling.parcel / name)
    with suppress(OSError):
        _journal(settling.place).unlink(missing_ok=True)


def _make_way(settling: Settling, name: str, aside: Path) -> None:
    """Move a folder out of the way: a file is replaced in one step, a folder cannot be."""
    if (settling.folder / name).is_dir():
        rename(settling.folder / name, aside / name)


def _keep(current: Path, former: Path) -> None:
    """Give a file a second name, so that it is never away; where that cannot be, move it."""
    if not os.path.lexists(current):
        return
    try:
        os.link(current, former, follow_symlinks=False)
    except (OSError, NotImplementedError):
        rename(current, former)


def _journal(place: Path) -> Path:
    return place.with_name(f".{place.name}.parcel-journal")
