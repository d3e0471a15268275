"""A portal is published all at once or not at all, and never over anything else."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from certfolio.handover.publish import Draft, staging
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.tasks.ending import told

GENERATOR = Path(__file__).parents[2] / "generator"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "content").mkdir(parents=True)
    (folder / "output").mkdir()
    return folder


def publish(
    project: Path,
    text: str = "new",
    target: str = "output/portal",
    audience: str = "auditor",
    meddle: Callable[[Draft], object] = lambda _draft: None,
) -> Draft:
    with staging(project / target, audience, content=project / "content", project=project) as draft:
        (draft.folder / "index.html").write_text(text)
        (draft.folder / "register").mkdir()
        (draft.folder / "register" / "risks.html").write_text(text)
        meddle(draft)
    return draft


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def portal(text: str, audience: str = "auditor") -> dict[str, str]:
    return {
        ".certfolio": f"portal {audience}\n",
        "index.html": text,
        "register/risks.html": text,
    }


def stopped(action: Callable[[], object]) -> Stop:
    with pytest.raises(Stop) as stop:
        action()
    return stop.value


def test_a_first_portal_is_published_and_nothing_is_left_beside_it(project: Path) -> None:
    publish(project)
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("new").items()}


def test_a_second_portal_replaces_the_first_with_all_its_files(project: Path) -> None:
    publish(project, "old", meddle=lambda draft: (draft.folder / "stale.html").touch())
    publish(project)
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("new").items()}


def test_folders_on_the_way_are_made(project: Path) -> None:
    publish(project, target="dist/2026/portal")
    assert tree(project / "dist/2026/portal") == portal("new")


def test_an_empty_folder_is_taken(project: Path) -> None:
    (project / "output" / "portal").mkdir()
    publish(project)
    assert tree(project / "output" / "portal") == portal("new")


@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt(), SystemExit(143)])
def test_f02_whatever_is_raised_leaves_the_former_portal(
    project: Path, error: BaseException
) -> None:
    publish(project, "old")

    def fail(_draft: Draft) -> None:
        raise error

    with pytest.raises(type(error)):
        publish(project, meddle=fail)
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("old").items()}


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (errno.EROFS, "the disk that holds output/portal can only be read"),
        (errno.EACCES, "no permission to write beside or into output/portal"),
        (errno.EIO, "writing output/portal failed: Input/output error"),
    ],
)
def test_a_disk_in_the_way_is_told_in_words(project: Path, number: int, found: str) -> None:
    publish(project, "old")

    def fail(_draft: Draft) -> None:
        raise OSError(number, os.strerror(number))

    stop = stopped(lambda: publish(project, meddle=fail))
    assert (stop.exit_code, stop.found) == (ExitCode.ENVIRONMENT, found)
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("old").items()}


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EIO])
def test_a_fault_of_a_file_elsewhere_is_not_told_as_one_of_the_portal(
    project: Path, number: int
) -> None:
    other = str(project / "theme" / "style.css")

    def fail(_draft: Draft) -> None:
        raise OSError(number, os.strerror(number), other)

    with pytest.raises(OSError, match=r"style\.css") as failure:
        publish(project, meddle=fail)
    words, code = told(failure.value)
    assert code == 6
    assert words.startswith(f"{other}: {os.strerror(number)}\n")
    assert tree(project / "output") == {}


def test_an_operating_system_error_that_is_a_bug_stays_one(project: Path) -> None:
    with pytest.raises(FileNotFoundError):
        publish(project, meddle=lambda draft: (draft.folder / "absent").read_text())
    assert tree(project / "output") == {}


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("content", "content is the content folder, or holds it"),
        (".", "{project} is the content folder, or holds it"),
        ("..", "{parent} is the content folder, or holds it"),
        ("output/../content", "content is the content folder, or holds it"),
        ("content/portal", "content/portal lies inside the content folder"),
        ("output", 'output holds files that are no portal of ours: "README.md", "dangling"'),
        ("README.md", "README.md is a file"),
        ("README.md/portal", "README.md is a file"),
        ("link", "link is a link"),
        ("output/dangling", "output/dangling is a link"),
        ("/", "/ is the root of the file system, or holds it"),
        ("~", "{home} is your home folder, or holds it"),
    ],
)
def test_f15_f16_a_folder_that_is_not_ours_is_refused_and_untouched(
    project: Path, target: str, found: str
) -> None:
    (project / "README.md").write_text("kept")
    (project / "output" / "README.md").write_text("kept")
    (project / "content" / "portal.yaml").write_text("kept")
    (project / "link").symlink_to(project / "output")
    (project / "output" / "dangling").symlink_to("nowhere")
    before = sorted(project.rglob("*"))
    place = str(Path(target).expanduser())
    stop = stopped(lambda: publish(project, target=place))
    assert stop.exit_code is ExitCode.CONFIGURATION
    assert stop.found == found.format(
        project=project, parent=project.parent, home=Path.home().resolve()
    )
    assert stop.expected == "a folder of its own, in which nothing else lies"
    assert sorted(project.rglob("*")) == before
    assert sorted(project.parent.iterdir()) == [project]


def test_f15_a_marker_that_is_a_link_or_says_something_else_makes_no_portal(project: Path) -> None:
    folder = project / "output" / "portal"
    folder.mkdir()
    (folder / ".certfolio").write_text("something else")
    assert stopped(lambda: publish(project)).exit_code is ExitCode.CONFIGURATION
    (folder / ".certfolio").unlink()
    (project / "marker").write_text("portal auditor\n")
    (folder / ".certfolio").symlink_to(project / "marker")
    assert stopped(lambda: publish(project)).exit_code is ExitCode.CONFIGURATION


def test_a_folder_of_another_audience_is_refused_in_words(project: Path) -> None:
    publish(project, "old", audience="internal")
    stop = stopped(lambda: publish(project))
    assert stop.exit_code is ExitCode.DISCLOSURE
    assert str(stop) == (
        'output/portal holds a portal for the audience "internal", and this one is for "auditor"\n'
        "  expected: a folder of its own for each audience\n"
        "  fix: publish to another folder, or remove output/portal by hand first"
    )
    assert tree(project / "output/portal") == portal("old", "internal")


def test_f12_two_portals_side_by_side_do_not_disturb_each_other(project: Path) -> None:
    publish(
        project,
        target="output/internal",
        audience="internal",
        meddle=lambda _draft: publish(project),
    )
    assert sorted(path.name for path in (project / "output").iterdir()) == ["internal", "portal"]


def test_f10_a_second_build_is_told_who_holds_the_lock(project: Path) -> None:
    stops: list[Stop] = []
    publish(project, meddle=lambda _draft: stops.append(stopped(lambda: publish(project, "two"))))
    (stop,) = stops
    assert stop.exit_code is ExitCode.BUSY
    name, _, started = stop.found.partition(", started ")
    assert name == f"another build of output/portal is running: process {os.getpid()}"
    assert time.strptime(started, "%Y-%m-%d %H:%M:%S UTC")
    assert stop.fix == (
        "wait until it ends, or end that process; the next build can then start at once"
    )
    assert tree(project / "output" / "portal") == portal("new")


def test_building_in_a_thread_needs_no_signal(project: Path) -> None:
    thread = threading.Thread(target=publish, args=(project,))
    thread.start()
    thread.join()
    assert tree(project / "output" / "portal") == portal("new")


def test_signals_are_as_before_afterwards(project: Path) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    publish(project)
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_a_portal_can_be_read_by_whoever_may_read_its_folder(project: Path) -> None:
    publish(project)
    assert (project / "output/portal").stat().st_mode == (project / "output").stat().st_mode


BUILD = """
import signal, sys, time
from pathlib import Path
from certfolio.handover.publish import staging
# a suite in the background of a shell hands down that Ctrl-C means nothing
signal.signal(signal.SIGINT, signal.default_int_handler)
project, text, pause = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
with staging(
    project / "output/portal", "auditor", content=project / "content", project=project
) as draft:
    for number in range(40):
        (draft.folder / f"{number}.html").write_text(text)
    print("ready", flush=True)
    time.sleep(pause)
"""


def start(project: Path, text: str, pause: float) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(project), text, str(pause)],
        cwd=GENERATOR,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until_ready(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, -2)])
def test_f02_a_request_to_end_leaves_the_former_portal_and_no_staging(
    project: Path, number: signal.Signals, code: int
) -> None:
    publish(project, "old")
    with start(project, "new", 60) as process:
        wait_until_ready(process)
        process.send_signal(number)
        assert process.wait(10) == code
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("old").items()}


def test_f11_f13_a_killed_build_holds_no_lock_and_its_staging_is_cleared_and_reported(
    project: Path,
) -> None:
    publish(project, "old")
    with start(project, "new", 60) as process:
        wait_until_ready(process)
        process.kill()
    (left,) = (project / "output").glob(".portal.staging-*")
    draft = publish(project)
    assert draft.repairs == (f"removed {left.name}, left by a build that was interrupted",)
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("new").items()}


@pytest.mark.parametrize("pause", [number * 0.001 for number in range(12)])
def test_f01_a_kill_at_any_moment_leaves_one_whole_portal(project: Path, pause: float) -> None:
    publish(project, "old")
    with start(project, "new", 0) as process:
        wait_until_ready(process)
        time.sleep(pause)
        process.kill()
    after_kill = tree(project / "output" / "portal")
    new = {f"{number}.html": "new" for number in range(40)} | {".certfolio": "portal auditor\n"}
    assert after_kill in (portal("old"), new)
    publish(project, "next")
    assert tree(project / "output") == {f"portal/{k}": v for k, v in portal("next").items()}
