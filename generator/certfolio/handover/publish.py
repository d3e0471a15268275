"""Publishes a portal all at once or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from certfolio.handover.durable import make_durable
from certfolio.handover.lock import locked
from certfolio.handover.orderly import ending_in_order, in_words, undisturbed
from certfolio.handover.swap import new_staging, repair, swap
from certfolio.handover.target import MARKER, check_former, chosen_target


@dataclass(frozen=True, slots=True)
class Draft:
    """A folder to write a portal to, and what was repaired after an earlier crash, in words."""

    folder: Path
    repairs: tuple[str, ...]


def repaired_target(
    target: Path, audience: str, *, content: Path, project: Path
) -> tuple[str, ...]:
    """Repair what a crash left around a target, before anything is read; say what was done.

    Raise Stop where `staging` would, so that nobody waits to be refused.
    """
    chosen = chosen_target(target, audience, content=content, project=project)
    # an audience that is a path is declared by nobody, and nothing is touched for it
    if not chosen.place.parent.is_dir() or chosen.place.name != audience:
        return ()
    with in_words(chosen.name, chosen.place, None), locked(chosen):
        return repair(chosen.place)


@contextmanager
def staging(
    target: Path, audience: str, *, content: Path, project: Path, kind: str = "portal"
) -> Iterator[Draft]:
    """Lend a new folder beside the target, and put it in the target's place when all went well.

    Whatever is raised inside, and Ctrl-C or a request to end as well, leaves the former portal
    byte by byte as it was and removes the new folder. Raise Stop where the target is refused,
    another build is running, or the disk or the system is in the way.
    """
    chosen = chosen_target(target, audience, content=content, project=project, kind=kind)
    with ending_in_order(), in_words(chosen.name, chosen.place, None), locked(chosen):
        repairs = repair(chosen.place)
        check_former(chosen)
        folder = new_staging(chosen.place)
        try:
            with in_words(chosen.name, chosen.place, folder):
                (folder / MARKER).write_bytes(chosen.marker_text.encode())
                yield Draft(folder, repairs)
                make_durable(folder)
                with undisturbed():
                    swap(chosen.place, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
