"""The one exception that ends a command on purpose, in the words its reader needs."""

from certfolio.model.problem import ExitCode


class Stop(Exception):  # noqa: N818 - it is an ending, not always an error
    """A command cannot go on: what was found, what was expected, what to do, and the exit code.

    Raised where no content file is at fault (then it would be a Problem) and nothing is left to
    decide; only `tasks` catches it.
    """

    def __init__(self, exit_code: ExitCode, *, found: str, expected: str, fix: str) -> None:
        super().__init__(found)
        self.exit_code = exit_code
        self.found = found
        self.expected = expected
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.found}\n  expected: {self.expected}\n  fix: {self.fix}"
