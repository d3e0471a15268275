"""Renders many texts side by side and gives each one a limited time.

A text that hangs or breaks the renderer is refused by name; its process is
killed and every other text is rendered as if the bad one were not there.
"""

import sys
import threading
import time
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from certfolio.intake.markdown.worker import Refused, serve
from certfolio.model.prose import Prose

__all__ = ["Refused", "render_all"]

_LARGEST_TEXT = 500_000
_SECONDS_TO_START = 60.0
_STOPPED = Refused("made the renderer stop unexpectedly")


def render_all(
    texts: Mapping[str, str], jobs: int, seconds: float = 10.0
) -> dict[str, Prose | Refused]:
    """Render every text, each within `seconds`, in at most `jobs` processes; the order is kept.

    The result depends on the texts alone, not on the number of jobs.
    """
    results: dict[str, Prose | Refused] = {name: _judge_size(text) for name, text in texts.items()}
    waiting = deque((name, text) for name, text in texts.items() if results[name] is _FITS)
    crew = _Crew(seconds)
    try:
        for _ in range(min(max(jobs, 1), len(waiting))):
            crew.hire()
        while waiting or crew.is_busy:
            crew.hand_out(waiting)
            results.update(crew.collect())
            if waiting and not crew.workers:
                crew.hire()
    finally:
        crew.dismiss()
    return results


_FITS = Refused("")


def _judge_size(text: str) -> Refused:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size <= _LARGEST_TEXT:
        return _FITS
    return Refused(f"has {size:,} bytes, more than the {_LARGEST_TEXT:,} a text may have")


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    deadline: float
    is_ready: bool = False
    name: str | None = None

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


@dataclass(slots=True)
class _Crew:
    """The worker processes of one call."""

    seconds: float
    workers: list[_Worker] = field(default_factory=list)

    @property
    def is_busy(self) -> bool:
        return any(worker.name is not None for worker in self.workers)

    def hire(self) -> None:
        ours, theirs = Pipe()
        process = _start_process(theirs)
        theirs.close()
        self.workers.append(_Worker(process, ours, time.monotonic() + _SECONDS_TO_START))

    def hand_out(self, waiting: deque[tuple[str, str]]) -> None:
        for worker in self.workers:
            if waiting and worker.is_ready and worker.name is None:
                worker.name, text = waiting.popleft()
                worker.deadline = time.monotonic() + self.seconds
                # A worker that died meanwhile is noticed when its answer is awaited.
                with suppress(OSError):
                    worker.connection.send(text)

    def collect(self) -> dict[str, Prose | Refused]:
        """Wait until a worker answers, dies or is overdue, and return what is known then."""
        active = [
            worker for worker in self.workers if worker.name is not None or not worker.is_ready
        ]
        first = min(worker.deadline for worker in active)
        heard = wait([worker.connection for worker in active], max(0.0, first - time.monotonic()))
        results: dict[str, Prose | Refused] = {}
        for worker in active:
            name = worker.name
            answer = self._answer(worker, worker.connection in heard)
            if name is not None and answer is not None:
                results[name] = answer
        return results

    def _answer(self, worker: _Worker, has_spoken: bool) -> Prose | Refused | None:
        if has_spoken:
            return self._heard(worker)
        if worker.deadline > time.monotonic():
            return None
        self._lose(worker)
        return Refused(
            f"takes more than {self.seconds:g} seconds to render; long runs of brackets"
            " or other repeated signs are the usual cause"
        )

    def _heard(self, worker: _Worker) -> Prose | Refused | None:
        try:
            answer: Prose | Refused | None = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker)
            return _STOPPED
        worker.is_ready, worker.name = True, None
        return answer

    def _lose(self, worker: _Worker) -> None:
        worker.kill()
        self.workers.remove(worker)
        if not worker.is_ready:
            raise OSError("a process to render texts in could not be started")

    def dismiss(self) -> None:
        for worker in self.workers:
            worker.kill()


def _start_process(end: Connection) -> BaseProcess:
    """Fork where that is safe, since it costs a hundredth of a fresh process."""
    process: BaseProcess
    if sys.platform == "linux" and threading.active_count() == 1:
        process = get_context("fork").Process(target=serve, args=(end,), daemon=True)
    else:
        process = get_context("spawn").Process(target=serve, args=(end,), daemon=True)
    process.start()
    return process
