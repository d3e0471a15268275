"""Lends a place to make a package in, and clears it whatever happens."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from certfolio.handover.lock import locked
from certfolio.handover.manifest import NAME
from certfolio.handover.orderly import ending_in_order, in_words, undisturbed
from certfolio.handover.settle import PARCEL, finish_settling, settle
from certfolio.handover.swap import left_behind, new_staging
from certfolio.handover.target import MARKER, Target, holds, kept_folders
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop


@dataclass(frozen=True, slots=True)
class Workbench:
    """A folder to make packages in, and what was repaired after an earlier crash, in words.

    What is written to `parcel` ends beside the other packages, all of it or nothing.
    """

    folder: Path
    repairs: tuple[str, ...]

    @property
    def parcel(self) -> Path:
        return self.folder / PARCEL


@contextmanager
def package_place(
    folder: Path, audience: str, *, content: Path, project: Path
) -> Iterator[Workbench]:
    """Lend a new folder inside the folder of packages, and settle its parcel when all went well.

    Packages lie beside each other in that folder and nothing in it is removed but what an
    interrupted command of this program left, and what lay beside a former package of the same
    name. Raise Stop where the folder is no place for packages, where another command makes one for
    the same audience, or where the disk is in the way.
    """
    target = _target(folder, audience, content, project)
    with ending_in_order(), in_words(target.name, target.place, None):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(target):
            repairs = _repaired(target.place)
            lent = new_staging(target.place)
            try:
                with in_words(target.name, target.place, lent):
                    bench = Workbench(lent, repairs)
                    bench.parcel.mkdir()
                    yield bench
                    with undisturbed():
                        _settle(target.place, bench)
            finally:
                shutil.rmtree(lent, ignore_errors=True)


def repaired_place(folder: Path, audience: str, *, content: Path, project: Path) -> tuple[str, ...]:
    """Repair what a crash left in a folder of packages, before anything is read; say what.

    Raise Stop where `package_place` would, so that nobody waits to be refused.
    """
    target = _target(folder, audience, content, project)
    if not folder.is_dir() or target.place.parent != folder.absolute():
        return ()
    with in_words(target.name, target.place, None), locked(target):
        return _repaired(target.place)


def _repaired(place: Path) -> tuple[str, ...]:
    done = [*finish_settling(place)]
    for forgotten in left_behind(place, "staging"):
        shutil.rmtree(forgotten, ignore_errors=True)
        done.append(f"removed {forgotten.name}, left by a command that was interrupted")
    return tuple(done)


def _settle(place: Path, bench: Workbench) -> None:
    """Put zips and folders last: what lies beside them is nothing to anybody without."""
    made = sorted(bench.parcel.iterdir())
    packages = [path.name for path in made if path.is_dir() or path.suffix == ".zip"]
    beside = [path.name for path in made if path.name not in packages]
    for path in made:
        if path.is_dir():
            _expect_a_package(place.with_name(path.name))
    former = {
        path.name
        for path in place.parent.iterdir()
        if path.is_file() and any(_lies_beside(path.name, name) for name in packages)
    }
    settle(place, bench.folder, (*beside, *packages), former)


def _lies_beside(name: str, package: str) -> bool:
    """Whether a file goes with a package; what goes with a zip does not go with its folder."""
    return name.startswith(f"{package}.") and not name.startswith(f"{package}.zip")


def _expect_a_package(folder: Path) -> None:
    """Refuse to replace a folder of the same name that somebody else made."""
    if os.path.lexists(folder) and not (folder / NAME).is_file():
        raise _refused(f"{folder.name} is there already and is no package")


def _target(folder: Path, audience: str, content: Path, project: Path) -> Target:
    place = folder.resolve()
    if content.resolve() in place.parents:
        raise _refused(f"{folder.as_posix()} lies in the content folder")
    for what, kept in kept_folders(content, project):
        if holds(place, kept):
            raise _refused(f"{folder.as_posix()} is {what}, or holds it")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise _refused(f"{folder.as_posix()} is a link or a file")
    if any((parent / MARKER).exists() for parent in (place, *place.parents)):
        raise _refused(f"{folder.as_posix()} is a portal, or lies in one")
    return Target(folder.as_posix(), folder.absolute() / audience, audience)


def _refused(found: str) -> Stop:
    return Stop(
        ExitCode.CONFIGURATION,
        found=found,
        expected="a folder in which packages may lie, such as output/packages",
        fix="name another folder with --output",
    )
