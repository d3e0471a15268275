"""How a command that cannot go on says so."""

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop


def test_three_lines_and_an_exit_code() -> None:
    stop = Stop(ExitCode.BUSY, found="another build is running", expected="one", fix="wait")
    assert str(stop) == "another build is running\n  expected: one\n  fix: wait"
    assert stop.exit_code == 7
