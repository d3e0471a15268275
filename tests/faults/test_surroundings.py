"""F19 to F24: the clock, the place, the interpreter, the network, the amount and the terminal."""

import os
import re
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from command import COMMAND, GENERATOR, Ended, certfolio, environment

from faults.mini import digests, workspace_of, write_evidence, write_mini
from faults.mini import order as ordered

SURROUNDINGS = Path(__file__).with_name("surroundings")
PATHS = f"{SURROUNDINGS}{os.pathsep}{GENERATOR}"


def output(folder: Path) -> Mapping[str, str]:
    """Return the digest of everything that was published and packed, but for the sheet.

    The handover sheet says when it was made, and is no part of the package.
    """
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".handover.html")
    }


def both(project: Path, *arguments: str, **changes: str) -> list[Ended]:
    """Build and pack in surroundings of their own."""
    commands = [("build", *arguments), ("package", "--audience", "internal", *arguments)]
    surroundings = {"PYTHONPATH": PATHS} | changes
    return [certfolio(project, *command, changes=surroundings) for command in commands]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return what an ordinary build and package of the small workspace come to."""
    project = write_mini(tmp_path_factory.mktemp("ordinary") / "work")
    assert [ended.code for ended in both(project)] == [0, 0]
    return output(project / "output")


@pytest.mark.parametrize("day", ["1970-01-02", "2099-12-31"])
def test_f19_a_clock_that_is_wrong_changes_nothing(
    mini: Path, expected: Mapping[str, str], day: str
) -> None:
    for path in (mini / "content").rglob("*"):
        os.utime(path, (3_000_000_000, 3_000_000_000))
    ended = both(mini, CERTFOLIO_TEST_DAY=day)
    assert [each.code for each in ended] == [0, 0], ended
    assert output(mini / "output") == expected
    today = certfolio(
        mini, "build", "--as-of", "today", changes={"PYTHONPATH": PATHS, "CERTFOLIO_TEST_DAY": day}
    )
    # the clock really is another one
    assert today.words.startswith(f"Judged by today's date, {day}.\n")


def test_f20_portals_and_packages_are_the_same_wherever_and_by_whomever_they_are_made(
    tmp_path: Path, expected: Mapping[str, str]
) -> None:
    """Another folder, umask, user, host, zone, locale, hash seed, file order, flag of Python."""
    first = write_mini(tmp_path / "first")
    project = tmp_path / "Ähnliche Orte #2 100%"
    for path in sorted((first / "content").rglob("*"), reverse=True):
        if path.is_file():
            target = project / path.relative_to(first)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    changes = {
        "TZ": "America/St_Johns",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "de_DE.UTF-8",
        "PYTHONHASHSEED": "4242",
        "PYTHONOPTIMIZE": "1",
        "USER": "quillfeather",
        "LOGNAME": "quillfeather",
        "HOME": str(tmp_path / "quillfeather"),
        "HOSTNAME": "marrowbone",
        "SOURCE_DATE_EPOCH": "1",
    }
    former = os.umask(0o077)
    try:
        ended = both(project, "--jobs", "2", **changes)
    finally:
        os.umask(former)
    assert [each.code for each in ended] == [0, 0], ended
    assert output(project / "output") == expected
    telling = (b"quillfeather", b"marrowbone", str(tmp_path).encode(), b"4242")
    (made,) = (project / "output" / "packages").glob("*.zip")
    with zipfile.ZipFile(made) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    said = [(name, word) for name, data in whole.items() for word in telling if word in data]
    assert said == []


def test_f21_an_interpreter_without_docstrings_is_refused_in_words(mini: Path) -> None:
    """-O is fine (F20); -OO takes away the texts of the rules, which are their docstrings."""
    ended = certfolio(mini, "build", changes={"PYTHONOPTIMIZE": "2"})
    assert (ended.code, ended.output) == (6, "")
    assert ended.words == (
        "Python was started without docstrings (-OO, PYTHONOPTIMIZE=2)\n"
        "  expected: an interpreter that keeps them: the texts of the rules are docstrings\n"
        "  fix: start it without -OO, or with PYTHONOPTIMIZE=1\n"
    )


def test_f21_a_missing_package_of_an_extra_is_named(mini: Path) -> None:
    changes = {"PYTHONPATH": PATHS, "CERTFOLIO_TEST_ABSENT": "cryptography"}
    ended = certfolio(mini, "keygen", "../key.pem", changes=changes)
    assert ended.code == 6, ended
    assert "cryptography" in ended.words
    assert "pip install" in ended.words
    # nothing else needs it
    assert certfolio(mini, "check", changes=changes).code == 0


def test_f22_no_connection_is_ever_tried(
    mini: Path, tmp_path: Path, expected: Mapping[str, str]
) -> None:
    log = tmp_path / "network.txt"
    ended = both(mini, CERTFOLIO_TEST_NETWORK=str(log))
    (made,) = (mini / "output" / "packages").glob("*.zip")
    surroundings = {"PYTHONPATH": PATHS, "CERTFOLIO_TEST_NETWORK": str(log)}
    ended.append(certfolio(mini, "verify", str(made), changes=surroundings))
    assert [each.code for each in ended] == [0, 0, 0], ended
    assert not log.exists()
    assert output(mini / "output") == expected
    # the hook does hear who tries
    tries = "import socket; socket.create_connection(('127.0.0.1', 9))"
    tried = subprocess.run(
        [sys.executable, "-c", tries], env=environment(**surroundings), check=False
    )
    assert tried.returncode == 77


def test_f23_a_thousand_files_need_little_memory_and_say_where_they_are(tmp_path: Path) -> None:
    """A hundredth of what is promised; invoke bench and bench/sealing.py measure the rest."""
    project = write_mini(tmp_path / "work")
    paths = []
    for number in range(1000):
        path = project / "content" / "files" / f"proof-{number}.txt"
        path.write_text(f"Test {number} passed.\n" * 50, encoding="utf-8")
        paths.append(path.name)
    for number in range(20):
        write_evidence(project, *paths[number * 50 : number * 50 + 50], id=f"E-1{number:02}")
    stages: list[str] = []

    def work() -> None:
        from certfolio.pipeline import build, check

        checked = check(workspace_of(project), 1, has_digests=False)
        target = project / "output" / "internal"
        build(workspace_of(project), checked, ordered(checked, target), stages.append)

    work()
    assert len(list((project / "output" / "internal" / "files").iterdir())) == 1001
    told = [re.sub(r"\d+", "N", stage) for stage in stages]
    assert [told[0], told[1], told[2], told[-1]] == [
        "copying files",
        "writing N pages",
        "checking every page",
        "publishing",
    ]
    # of the whole test process, with all that other tests left in it
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 2_000_000


def test_f24_no_terminal_at_all_and_a_full_one_change_nothing(
    mini: Path, expected: Mapping[str, str]
) -> None:
    full = Path("/dev/full")
    with full.open("wb") as stream:
        for command in (("build",), ("package", "--audience", "internal")):
            ended = subprocess.run(
                (*COMMAND, *command),
                cwd=mini,
                env=environment(),
                stdout=stream,
                stderr=stream,
                check=False,
            )
            assert ended.returncode == 0
    assert output(mini / "output") == expected
    before = digests(mini / "output")
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *COMMAND, "build"],
        cwd=mini,
        env=environment(),
        check=False,
    )
    assert closed.returncode == 0
    assert digests(mini / "output") == before
