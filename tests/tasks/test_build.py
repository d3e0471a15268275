"""invoke build publishes all of a portal or nothing, and its last line says which."""

import os
import re
import signal
import subprocess
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from command import COMMAND, Ended, certfolio, environment, files

from certfolio.handover.lock import locked
from certfolio.handover.target import Target
from workspaces import write_record, write_settings

UNCHANGED = "Nothing was published; output/internal is as it was."


def change(workspace: Path) -> None:
    """Make sure that a build which publishes would publish something else."""
    write_record(workspace, "site", "SITE-001", title="Another plant")


def refused(workspace: Path, *arguments: str) -> Ended:
    """Build, and make sure that the published portal stays as it was and nothing lies beside it."""
    before = files(workspace / "output")
    ended = certfolio(workspace, "build", *arguments)
    assert files(workspace / "output") == before
    assert ended.output == ""
    assert ended.last_line == UNCHANGED
    return ended


def test_the_last_line_says_what_was_published(workspace: Path) -> None:
    ended = certfolio(workspace, "build")
    pages = len(list((workspace / "output" / "internal").rglob("*.html")))
    first, last = ended.words.splitlines()
    assert (ended.code, ended.output) == (0, "")
    assert first == "8 records read, 7 for internal."
    assert re.fullmatch(
        rf"Published output/internal/index\.html: 7 records, {pages} pages, 1 file,"
        r" build [0-9a-f]{12}\.",
        last,
    )


def test_each_audience_has_a_folder_of_its_own(published: Path) -> None:
    ended = certfolio(published, "build", "--audience", "management")
    assert ended.words.startswith("8 records read, 8 for management.\n")
    assert (published / "output" / "management" / "r-002.html").is_file()
    assert not (published / "output" / "internal" / "r-002.html").exists()


def test_another_output_folder(workspace: Path, tmp_path: Path) -> None:
    ended = certfolio(workspace, "build", "--output", str(tmp_path / "share"))
    assert ended.code == 0
    assert f"Published {tmp_path / 'share'}/internal/index.html" in ended.words
    assert not (workspace / "output").exists()


def test_problems_are_those_of_check_on_standard_error(published: Path) -> None:
    write_record(published, "risk", "R-001", status="open", criteria="DOC-001", actions=[])
    ended = refused(published)
    told = certfolio(published, "check").output
    assert ended.code == 3
    assert ended.words == f"{told}{UNCHANGED}\n"


def test_the_first_build_that_fails(workspace: Path) -> None:
    (workspace / "content" / "portal.yaml").unlink()
    ended = certfolio(workspace, "build")
    assert ended.code == 2
    assert ended.last_line == "Nothing was published."
    assert not (workspace / "output").exists()


def test_a_file_that_is_not_the_one_recorded(published: Path) -> None:
    entry = {"path": "proof.txt", "sha256": "0" * 64}
    write_record(published, "evidence", "E-001", status="collected", files=[entry])
    ended = refused(published)
    assert ended.code == 4
    assert "[file-digest]" in ended.words


def test_notices_are_told_and_stop_nothing(workspace: Path) -> None:
    (workspace / "content" / "sites" / ".DS_Store").touch()
    ended = certfolio(workspace, "build")
    assert ended.code == 0
    assert ended.words.startswith(
        "content/sites/.DS_Store:1:1: notice: left behind by a program, ignored [ignored]\n"
    )


def test_an_unknown_audience(published: Path) -> None:
    ended = certfolio(published, "build", "--audience", "managment")
    assert ended.code == 2
    assert ended.words == (
        'the audience "managment" is not declared in content/portal.yaml\n'
        "  expected: one of internal, management\n"
        "  fix: did you mean management?\n"
        "Nothing was published.\n"
    )


def test_a_day_that_is_none(published: Path) -> None:
    ended = refused(published, "--as-of", "31.11.2026")
    assert ended.code == 2
    assert ended.words.startswith(
        '--as-of "31.11.2026" is not a date: November 2026 has 30 days\n'
        "  expected: a calendar date such as 2025-12-31, or today\n"
    )


def test_nobody_says_by_which_day_to_judge(published: Path) -> None:
    write_settings(published, as_of=None)
    ended = refused(published)
    assert ended.code == 2
    assert ended.words == (
        "nobody says by which day to judge\n"
        "  expected: a date, or the word today\n"
        "  fix: write --as-of 2026-11-23, or as_of: today in portal.yaml\n"
        f"{UNCHANGED}\n"
    )


def test_a_day_that_is_given_goes_before_the_settings(workspace: Path) -> None:
    assert certfolio(workspace, "build", "--as-of", "2027-01-02").code == 0
    start = (workspace / "output" / "internal" / "index.html").read_text(encoding="utf-8")
    assert "As of 2 January 2027" in start


def test_the_clock_is_asked_only_where_someone_says_so(workspace: Path) -> None:
    today = datetime.now(UTC).date().isoformat()
    ended = certfolio(workspace, "build", "--as-of", "today", changes={"TZ": "UTC"})
    assert ended.words.splitlines()[0] == f"Judged by today's date, {today}."
    assert "today" not in certfolio(workspace, "build").words


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", "1000"])
def test_a_number_of_processes_that_is_none(published: Path, jobs: str) -> None:
    ended = refused(published, f"--jobs={jobs}")
    assert ended.code == 2
    assert ended.words == (
        f'--jobs "{jobs}" is not a number of processes\n'
        "  expected: a whole number from 1\n"
        "  fix: write --jobs 2\n"
        f"{UNCHANGED}\n"
    )


def test_f15_a_folder_of_somebody_else(workspace: Path) -> None:
    foreign = workspace / "output" / "internal" / "thesis.txt"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("years of work")
    ended = refused(workspace)
    assert ended.code == 2
    assert ended.words.startswith(
        'output/internal holds files that are no portal of ours: "thesis.txt"\n'
    )


def test_a_portal_for_others_in_the_folder(published: Path) -> None:
    (published / "output" / "internal" / ".certfolio").write_text("portal management\n")
    assert refused(published).code == 5


def test_f10_another_build_of_the_same_portal(published: Path) -> None:
    place = published / "output" / "internal"
    # told before anything is read, so that nobody waits for it
    (published / "content" / "portal.yaml").write_text("[")
    with locked(Target("output/internal", place, "internal")):
        ended = certfolio(published, "build")
    assert ended.code == 7
    assert re.match(
        r"another build of output/internal is running: process \d+, started [0-9-]{10} ",
        ended.words,
    )
    assert ended.last_line == UNCHANGED


def test_f13_what_a_crash_left_is_cleared_and_told(published: Path) -> None:
    stale = published / "output" / ".internal.staging-0123abcd"
    stale.mkdir()
    ended = certfolio(published, "build")
    assert ended.words.startswith(
        "Repaired after an interrupted build:"
        " removed .internal.staging-0123abcd, left by a build that was interrupted.\n"
    )
    assert not stale.exists()


def test_a_template_of_ones_own_that_is_broken(published: Path) -> None:
    template = published / "theme" / "templates" / "start.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>\n{{ view.titel }}\n")
    ended = refused(published)
    assert ended.code == 2
    assert ended.words.startswith("templates/start.html:2: ")
    assert "repair the named template of your theme" in ended.words
    assert "Traceback" not in ended.words


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [(signal.SIGINT, 130, "Interrupted."), (signal.SIGTERM, 143, "Asked to end.")],
)
def test_f02_an_interrupted_build(
    published: Path, number: signal.Signals, code: int, words: str
) -> None:
    before = files(published / "output")
    change(published)
    # a shell that starts tests in the background lets them, and what they start, ignore Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
    building = subprocess.Popen(
        (*COMMAND, "build"), cwd=published, env=environment(), stderr=subprocess.PIPE
    )
    while not list((published / "output").glob(".internal.staging-*")):
        assert building.poll() is None
        time.sleep(0.001)
    building.send_signal(number)
    told = building.communicate()[1].decode()
    assert building.returncode == code
    assert told == f"{words}\n{UNCHANGED}\n"
    assert files(published / "output") == before


def test_f24_nobody_reading_the_words_changes_nothing(workspace: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        (*COMMAND, "build"), cwd=workspace, env=environment(), stderr=writing, check=False
    )
    os.close(writing)
    assert ended.returncode == 0
    assert (workspace / "output" / "internal" / "index.html").is_file()


def test_f20_the_same_bytes_everywhere(published: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Gerät 2" / "work"
    elsewhere.parent.mkdir()
    (published / "content").rename(tmp_path / "content")
    expected = files(published / "output")
    elsewhere.mkdir()
    (tmp_path / "content").rename(elsewhere / "content")
    changes = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4711",
        "PYTHONUTF8": "0",
        "USER": "somebody-else",
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1",
    }
    ended = certfolio(elsewhere, "build", "--jobs", "1", changes=changes)
    assert ended.code == 0, ended.words
    assert files(elsewhere / "output") == expected


def test_stages_are_shown_on_a_terminal_only_and_without_colour_where_asked(
    workspace: Path,
) -> None:
    """Run it on a pseudo-terminal; the words come after the last stage, on lines of their own."""
    ours, theirs = os.openpty()
    building = subprocess.Popen(
        (*COMMAND, "build"),
        cwd=workspace,
        env=environment(NO_COLOR="1", TERM="xterm"),
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    with suppress(OSError):
        while data := os.read(ours, 4096):
            shown += data
    os.close(ours)
    assert building.communicate()[0] == b""
    assert building.returncode == 0
    assert b"reading the records" in shown
    assert re.search(rb"writing \d+ pages", shown)
    assert not re.search(rb"\x1b\[[0-9;]*m", shown)
    assert b"8 records read, 7 for internal.\r\nPublished output/internal/" in shown
    assert shown.rindex(b"publishing") < shown.index(b"8 records read")
