"""Lends a place to make a package in, and clears it whatever happens."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from certfolio.handover.lock import locked
from certfolio.handover.orderly import ending_in_order, in_words
from certfolio.handover.swap import left_behind, new_staging
from certfolio.handover.target import MARKER, Target
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop


@contextmanager
def package_place(folder: Path, audience: str, *, content: Path) -> Iterator[Path]:
    """Lend a new folder inside the folder of packages; afterwards it is gone.

    Packages lie beside each other in that folder and nothing in it is removed but what an
    interrupted command of this program left. Raise Stop where the folder is no place for packages,
    where another command makes one for the same audience, or where the disk is in the way.
    """
    _expect_a_place(folder, content)
    target = Target(folder.as_posix(), folder.absolute() / audience, audience)
    with ending_in_order(), in_words(target.name, target.place, None):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(target):
            for forgotten in left_behind(target.place, "staging"):
                shutil.rmtree(forgotten, ignore_errors=True)
            lent = new_staging(target.place)
            try:
                with in_words(target.name, target.place, lent):
                    yield lent
            finally:
                shutil.rmtree(lent, ignore_errors=True)


def _expect_a_place(folder: Path, content: Path) -> None:
    place, kept = folder.resolve(), content.resolve()
    if place == kept or kept in place.parents:
        raise _refused(f"{folder.as_posix()} is the content folder, or lies in it")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise _refused(f"{folder.as_posix()} is a link or a file")
    if any((parent / MARKER).exists() for parent in (place, *place.parents)):
        raise _refused(f"{folder.as_posix()} is a portal, or lies in one")


def _refused(found: str) -> Stop:
    return Stop(
        ExitCode.CONFIGURATION,
        found=found,
        expected="a folder in which packages may lie, such as output/packages",
        fix="name another folder with --output",
    )
