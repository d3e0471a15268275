"""Publishes a portal all at once or not at all."""

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

from certfolio.handover.durable import make_durable
from certfolio.handover.environment_fault import environment_stop, size_of
from certfolio.handover.lock import locked
from certfolio.handover.swap import new_staging, repair, swap
from certfolio.handover.target import MARKER, Target, check_former, chosen_target

_ENDINGS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Draft:
    """A folder to write a portal to, and what was repaired after an earlier crash, in words."""

    folder: Path
    repairs: tuple[str, ...]


@contextmanager
def staging(target: Path, audience: str, *, content: Path, project: Path) -> Iterator[Draft]:
    """Lend a new folder beside the target, and put it in the target's place when all went well.

    Whatever is raised inside, and Ctrl-C or a request to end as well, leaves the former portal
    byte by byte as it was and removes the new folder. Raise Stop where the target is refused,
    another build is running, or the disk or the system is in the way.
    """
    chosen = chosen_target(target, audience, content=content, project=project)
    with _ending_in_order(), _in_words(chosen, None), locked(chosen):
        repairs = repair(chosen.place)
        check_former(chosen)
        folder = new_staging(chosen.place)
        try:
            with _in_words(chosen, folder):
                (folder / MARKER).write_bytes(chosen.marker_text.encode())
                yield Draft(folder, repairs)
                make_durable(folder)
                with _undisturbed():
                    swap(chosen.place, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


@contextmanager
def _in_words(target: Target, folder: Path | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        written = size_of(folder) if folder is not None else 0
        stop = environment_stop(error, target.name, target.place, written)
        if stop is None:
            raise
        raise stop from error


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Turn a request to end into an exception, so that everything is cleared on the way out."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former if former is not None else signal.SIG_DFL)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let nobody end the moment in which the portals change places; it is short."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = {number: signal.signal(number, signal.SIG_IGN) for number in _ENDINGS}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
