"""Whatever ends a command, its reader gets words and its caller a code; nobody gets a traceback."""

import errno
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from certfolio.host.failure import RenderFailed
from certfolio.model.location import Location
from certfolio.model.problem import Code, ExitCode, Problem
from certfolio.model.stop import Stop
from certfolio.pipeline import FilesChanged
from certfolio.reporting.report import Report
from certfolio.tasks.ending import Refused, end, ending, told

STOP = Stop(ExitCode.BUSY, found="another build is running", expected="one build", fix="wait")
CHANGED = Problem(
    Location("content/evidence/E-001.yaml", 9, 5, "/files/0/path"),
    '"a.pdf" changed while it was copied',
    Code.FILE_CHANGED,
    "a file that rests",
    "build again",
)


def ended(capsys: pytest.CaptureFixture[str], error: BaseException) -> tuple[int, str]:
    """Return the code and the words of a command that ends like this."""
    with pytest.raises(Exit) as exit, ending(lambda: "Nothing was published."):
        raise error
    streams = capsys.readouterr()
    assert streams.out == ""
    return exit.value.code, streams.err


def test_a_stop(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(capsys, STOP) == (
        7,
        "another build is running\n  expected: one build\n  fix: wait\nNothing was published.\n",
    )


def test_content_with_problems(capsys: pytest.CaptureFixture[str]) -> None:
    code, words = ended(capsys, Refused(Report((CHANGED,), 3)))
    assert code == 4
    assert words == (
        "content/evidence/E-001.yaml:9:5: /files/0/path: "
        '"a.pdf" changed while it was copied [file-changed]\n'
        "  expected: a file that rests\n"
        "  fix: build again\n"
        "3 records read: 1 problem.\n"
        "Nothing was published.\n"
    )


def test_files_that_changed() -> None:
    words, code = told(FilesChanged((CHANGED,)))
    assert code == 4
    assert words.endswith("[file-changed]\n  expected: a file that rests\n  fix: build again")


def test_pages_that_came_out_wrong_are_our_fault() -> None:
    words, code = told(RenderFailed(["a.html: the link 'b.html' leads to no file"]))
    assert code == 1
    assert words.startswith("a.html: the link 'b.html' leads to no file\n")
    assert words.endswith("This is a fault of certfolio, not of your content.")


def test_a_theme_that_is_wrong_is_its_authors() -> None:
    failed = RenderFailed(["templates/a.html:1: x"], exit_code=ExitCode.CONFIGURATION)
    words, code = told(failed)
    assert code == 2
    assert "fault of certfolio" not in words


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Interrupted."),
        (SystemExit(143), 143, "Asked to end."),
        (SystemExit("text"), 1, "Asked to end."),
    ],
)
def test_endings_from_outside(error: BaseException, code: int, words: str) -> None:
    assert told(error) == (words, code)


def test_the_system_in_the_way() -> None:
    error = PermissionError(errno.EACCES, "Permission denied", "content/files/a.pdf")
    words, code = told(error)
    assert code == 6
    assert words.startswith("content/files/a.pdf: Permission denied\n  expected: ")


def test_a_crash_is_one_line_and_a_file_with_the_details(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ended(capsys, ValueError("several\nlines")) == (
        1,
        "certfolio crashed: ValueError: several lines\n"
        "This is a fault of certfolio, not of your content."
        " The details are in .cache/certfolio/crash.log.\n"
        "Nothing was published.\n",
    )
    log = (tmp_path / ".cache" / "certfolio" / "crash.log").read_text(encoding="utf-8")
    assert log.startswith("Traceback (most recent call last):\n")
    assert log.endswith("ValueError: several\nlines\n")


def test_a_crash_whose_details_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".cache").write_text("a file in the way")
    monkeypatch.chdir(tmp_path)
    words, code = told(ValueError("x"))
    assert code == 1
    assert words.endswith("The details could not be written to a file.")


def test_a_command_that_ended_itself_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Exit) as exit, ending(lambda: "Nothing was published."):
        raise end(3)
    assert exit.value.code == 3
    assert capsys.readouterr().err == ""
