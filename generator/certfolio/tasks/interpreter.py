"""Refuses an interpreter that took the docstrings away, before anything needs them."""

import sys

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.tasks.terminal import say


def expect_docstrings() -> None:
    """End the program in words where Python was started with -OO."""
    if sys.flags.optimize < 2:
        return
    stop = Stop(
        ExitCode.ENVIRONMENT,
        found="Python was started without docstrings (-OO, PYTHONOPTIMIZE=2)",
        expected="an interpreter that keeps them: the texts of the rules are docstrings",
        fix="start it without -OO, or with PYTHONOPTIMIZE=1",
    )
    say(str(stop))
    raise SystemExit(stop.exit_code.value)
