"""Kills work, or lets the disk fail, at a chosen moment: at its n-th touch of the file system.

The work runs in a fork of this process, so that nothing is imported a second time.
"""

import os
import random
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from certfolio.model.stop import Stop

Work = Callable[[], object]

# what changes a disk, as the interpreter tells it before it does so
_TOUCHES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "shutil.rmtree")
_CAN_FAIL = ("open", "os.rename", "os.mkdir", "os.link")
_EXCHANGE = "ctypes.call_function"


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: before the n-th touch, or after so many seconds, whatever comes first."""

    touch: int | None = None
    seconds: float | None = None


def touches_of(work: Work) -> tuple[int, float]:
    """Return how often the work touches the disk, and how long it takes, undisturbed."""
    reading, writing = os.pipe()
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        count = _Count(None)
        _run(work, count, lambda: os.write(writing, str(count.number).encode()))
    os.close(writing)
    _, status = os.waitpid(child, 0)
    told = os.read(reading, 100)
    os.close(reading)
    assert status == 0, "the work fails even if nobody kills it"
    return int(told), time.monotonic() - begun


def killed(work: Work, moment: Moment) -> bool:
    """Run the work and kill it with -9 at the moment; whether it was still running then."""
    child = os.fork()
    if child == 0:
        _run(work, _Count(moment.touch), lambda: None)
    if moment.seconds is not None:
        time.sleep(moment.seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0, "the work ended by itself, and not well"
    return os.WIFSIGNALED(status)


def failed(work: Work, touch: int, error: int, *, lasts: bool) -> int:
    """Run the work on a disk that fails at a touch and, where it `lasts`, whenever room is taken.

    Return the exit code of the Stop it ends with, 0 where it ends well.
    """
    child = os.fork()
    if child == 0:
        _run(work, _Failing(touch, error, lasts=lasts), lambda: None)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def moments(number: int, seed: int, touches: int, seconds: float) -> list[Moment]:
    """Return random moments of work that touches the disk so often and takes so long.

    Every second one goes by touches, which hits on a slow computer what it hits on a fast one.
    """
    chance = random.Random(seed)
    return [
        Moment(touch=chance.randrange(touches))
        if turn % 2
        else Moment(seconds=chance.uniform(0, seconds))
        for turn in range(number)
    ]


class _Count:
    """Counts the touches, and lets its own process be killed before the chosen one."""

    def __init__(self, last: int | None) -> None:
        self.number = 0
        self.last = last
        self.lock = threading.Lock()

    def hear(self, event: str, values: tuple[object, ...]) -> None:
        if event not in _TOUCHES and event != _EXCHANGE:
            return
        if event == "open" and not _writes(values):
            return
        with self.lock:
            self.number += 1
            if self.last is not None and self.number > self.last:
                self.strike(event)

    def strike(self, _event: str) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


class _Failing(_Count):
    """Lets the chosen touch fail, and where it lasts each later one that takes room too."""

    def __init__(self, last: int, error: int, *, lasts: bool) -> None:
        super().__init__(last)
        self.error = error
        self.lasts = lasts

    def strike(self, event: str) -> None:
        is_first = self.number == (self.last or 0) + 1
        takes_room = event in {"open", "os.mkdir"}
        if (is_first and event in _CAN_FAIL) or (self.lasts and takes_room):
            raise OSError(self.error, os.strerror(self.error))


def _writes(values: tuple[object, ...]) -> bool:
    """Whether a file is opened for writing; reading one does no harm to anybody."""
    flags = values[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _run(work: Work, count: _Count, finish: Work) -> None:
    """Work in the forked process, and end it without anything the tests set up."""
    code = 9
    try:
        sys.addaudithook(count.hear)
        work()
        finish()
        code = 0
    except Stop as stop:
        code = stop.exit_code.value
    except BaseException:  # noqa: BLE001 - the process ends here
        traceback.print_exc()
    finally:
        os._exit(code)
