"""Turns every way a command can end into words on standard error and an exit code."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from invoke.exceptions import Exit

from certfolio.handover.delivery.finding import Undeliverable, faults_of
from certfolio.host.failure import RenderFailed
from certfolio.model.problem import ExitCode, exit_code
from certfolio.model.stop import Stop
from certfolio.pipeline import FilesChanged
from certfolio.reporting import text
from certfolio.reporting.report import Report
from certfolio.tasks.terminal import say

CRASH_LOG = Path(".cache", "certfolio", "crash.log")
_INTERRUPTED = 130
_OUR_FAULT = "This is a fault of certfolio, not of your content."


class Refused(Exception):  # noqa: N818 - the content is at fault, not the program
    """The content has problems; `report` holds them all."""

    def __init__(self, report: Report) -> None:
        super().__init__("the content has problems")
        self.report = report


def end(code: int) -> Exit:
    """Return the exception that ends a command of invoke with a code and no words of its own."""
    return Exit(code=code)


@contextmanager
def ending(last_words: Callable[[], str] | None = None) -> Iterator[None]:
    """Say why the command cannot go on, then `last_words()`, and end it with the right code."""
    try:
        yield
    except Exit:
        raise
    except BaseException as error:
        words, code = told(error)
        for line in (words, last_words() if last_words else ""):
            if line:
                say(line)
        raise end(code) from error


def told(error: BaseException) -> tuple[str, int]:
    """Return the words and the exit code for whatever ended a command."""
    match error:
        case Refused() | FilesChanged():
            return _problems(error)
        case Undeliverable():
            return _undelivered(error)
        case Stop():
            is_ours = isinstance(error, RenderFailed) and error.exit_code is ExitCode.CRASH
            return f"{error}\n{_OUR_FAULT}" if is_ours else str(error), error.exit_code.value
        case KeyboardInterrupt():
            return "Interrupted.", _INTERRUPTED
        case SystemExit():
            return "Asked to end.", error.code if isinstance(error.code, int) else 1
        case OSError() if error.errno is not None:
            return _environment(error), ExitCode.ENVIRONMENT.value
    return _crash(error), ExitCode.CRASH.value


def _problems(error: Refused | FilesChanged) -> tuple[str, int]:
    if isinstance(error, Refused):
        words = text.report(error.report).rstrip("\n")
        return words, exit_code(error.report.problems).value
    words = "\n".join(text.problem_text(problem) for problem in error.problems)
    return words, exit_code(error.problems).value


def _undelivered(error: Undeliverable) -> tuple[str, int]:
    number = text.counted(len(faults_of(error.findings)), "thing")
    last = f"It would not arrive by {error.profile}: {number} in the way."
    return "\n".join([*map(str, error.findings), last]), error.exit_code.value


def _environment(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename is not None else ""
    return str(
        Stop(
            ExitCode.ENVIRONMENT,
            found=f"{where}{error.strerror or type(error).__name__}",
            expected="files and folders that can be read and written",
            fix="look after the permissions and the free space, then run the command again",
        )
    )


def _crash(error: BaseException) -> str:
    """Keep the details for whoever repairs it; a terminal full of them helps nobody."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    details = "".join(traceback.format_exception(error))
    try:
        CRASH_LOG.parent.mkdir(parents=True, exist_ok=True)
        CRASH_LOG.write_text(details, encoding="utf-8", errors="backslashreplace")
        where = f"The details are in {CRASH_LOG.as_posix()}."
    except OSError:
        where = "The details could not be written to a file."
    return f"certfolio crashed: {reason}\n{_OUR_FAULT} {where}"
