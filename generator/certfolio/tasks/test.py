"""The command that runs the tests of a checkout."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.tasks.checkers import BROWSERS, how_to_fetch, missing_browsers, missing_checkers
from certfolio.tasks.ending import end, ending
from certfolio.tasks.terminal import say

_MOST_WORKERS = 2
_NOTHING_FOUND = 5
_HELP = {"only": "a file or folder of tests, or an expression that picks them by name"}


@task(auto_shortflags=False, help=_HELP)
def test(_context: Context, only: str | None = None) -> None:
    """Run the tests; those that need a browser or checker only where it is installed."""
    with ending():
        _expect_a_checkout()
        left_out = _left_out()
        code = _run([*_marked(left_out), *_picked(only)])
        for sentence in left_out.values():
            say(sentence)
        if code == _NOTHING_FOUND:
            raise Stop(
                ExitCode.CONFIGURATION,
                found=f"no test fits {shown(only or 'tests')}",
                expected="a path below tests/, or a part of a test's name",
                fix="write for example --only tests/intake or --only yaml",
            )
        if code:
            raise end(ExitCode.CRASH.value)


def _run(arguments: list[str]) -> int:
    workers = str(min(_MOST_WORKERS, os.cpu_count() or 1))
    return subprocess.run(  # noqa: S603 - our own interpreter, no shell
        [sys.executable, "-m", "pytest", "-n", workers, *arguments], check=False
    ).returncode


def _left_out() -> dict[str, str]:
    """Return the marks of the tests that cannot run here, each with a sentence that says so."""
    left_out = {}
    if browsers := missing_browsers():
        install = f"apt-get install {' '.join(browsers)}"
        _expect_all(browsers, f"the programs {' and '.join(BROWSERS)}", install)
        left_out["browser"] = f"The browser tests are left out; to run them: {install}"
    if checkers := missing_checkers():
        lacks_java = "java" in checkers
        install = "apt-get install default-jre-headless" if lacks_java else how_to_fetch()
        _expect_all(checkers, "Java and the packages of tests/browser/npm.txt", install)
        left_out["checker"] = (
            f"The checks of accessibility and HTML are left out; to run them: {install}"
        )
    return left_out


def _expect_all(missing: list[str], expected: str, fix: str) -> None:
    """Stop where every test is to run."""
    if os.environ.get("CI") == "true":
        raise Stop(
            ExitCode.ENVIRONMENT,
            found=f"{' and '.join(missing)} cannot be found, and CI is to run every test",
            expected=expected,
            fix=fix,
        )


def _marked(left_out: dict[str, str]) -> list[str]:
    return ["-m", " and ".join(f"not {mark}" for mark in left_out)] if left_out else []


def _picked(only: str | None) -> list[str]:
    if only is None:
        return []
    return [only] if Path(only.partition("::")[0]).exists() else ["-k", only]


def _expect_a_checkout() -> None:
    if not Path("tests").is_dir():
        raise Stop(
            ExitCode.CONFIGURATION,
            found="there is no folder tests here",
            expected="a checkout of certfolio",
            fix="go to the top folder of the checkout",
        )
    if find_spec("pytest") is None or find_spec("xdist") is None:
        raise Stop(
            ExitCode.ENVIRONMENT,
            found="pytest or pytest-xdist is not installed",
            expected="the packages of requirements-dev.lock",
            fix="python -m pip install --require-hashes -r requirements-dev.lock",
        )
