"""Lets whatever ends a command halfway clear up behind it and say why in people's words."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from certfolio.handover.environment_fault import environment_stop, size_of

_ENDINGS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def in_words(name: str, place: Path, folder: Path | None) -> Iterator[None]:
    """Raise Stop where the disk or the system is in the way; `folder` is what was written to."""
    try:
        yield
    except OSError as error:
        written = size_of(folder) if folder is not None else 0
        stop = environment_stop(error, name, place, written)
        if stop is None:
            raise
        raise stop from error


@contextmanager
def ending_in_order() -> Iterator[None]:
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
def undisturbed() -> Iterator[None]:
    """Let nobody end the moment in which things change places; it is short."""
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
