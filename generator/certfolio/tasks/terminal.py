"""Writes to standard output and standard error, whatever they are connected to."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop


def answer(text: str, encoding: str | None = None) -> None:
    """Write what a command was asked for to standard output, in UTF-8 where programs read it.

    A reader who has gone away is no fault. Raise Stop where the text could not be written.
    """
    try:
        _write(sys.stdout, text, encoding)
    except BrokenPipeError:
        _close_for_good(sys.stdout)
    except OSError as error:
        _close_for_good(sys.stdout)
        raise Stop(
            ExitCode.ENVIRONMENT,
            found=f"standard output could not be written: {error.strerror}",
            expected="a terminal, program or file that takes the whole report",
            fix="free some space, or send the report elsewhere",
        ) from error


def finish() -> None:
    """Write out what waits for standard output, such as a list of commands, if anybody reads it."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _close_for_good(sys.stdout)


def say(text: str) -> None:
    """Write a line for people to standard error; nobody listening changes nothing."""
    try:
        _write(sys.stderr, f"{text}\n", None)
    except OSError:
        _close_for_good(sys.stderr)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Lend a function that shows the current stage while the terminal is one."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _stage: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text("starting"), spinner="line") as status:
        yield lambda stage: status.update(Text(stage))


def _write(stream: TextIO | None, text: str, encoding: str | None) -> None:
    """Write bytes, so that neither the locale nor the system's line ends get a say."""
    if stream is None:
        return
    stream.flush()
    stream.buffer.write(text.encode(encoding or stream.encoding or "utf-8", "backslashreplace"))
    stream.flush()


def _close_for_good(stream: TextIO) -> None:
    """Point the stream to nowhere, as Python flushes it once more when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
