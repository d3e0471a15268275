"""F09 to F18: locks, leftovers, refused places, programs that hold things open, edits meanwhile."""

import fcntl
import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from command import COMMAND, environment

from certfolio.handover.lock import locked
from certfolio.handover.package_place import package_place, repaired_place
from certfolio.handover.publish import repaired_target
from certfolio.handover.settle import Settling, steps
from certfolio.handover.swap import new_staging, swap
from certfolio.handover.target import Target
from certfolio.host.failure import RenderFailed
from certfolio.model.problem import ExitCode, exit_code
from certfolio.model.stop import Stop
from certfolio.pipeline import PackageOrder, build, check, package
from faults.mini import built, digests, order, packaged, workspace_of, write_site
from faults.ready_portal import ReadyPortal
from faults.whole_package import whole_packages
from workspaces import write_record


def stopped(action: Callable[[], object]) -> Stop:
    with pytest.raises(Stop) as stop:
        action()
    return stop.value


def quiet(_stage: str) -> None:
    pass


# F09: a record that cannot be read


def test_f09_an_unreadable_record_is_named_and_ends_with_6(mini: Path) -> None:
    """As root, without the right to read what others may not."""
    record = mini / "content" / "sites" / "SITE-001.json"
    record.chmod(0)
    lowered: tuple[str, ...] = ()
    if os.geteuid() == 0:
        lost = "-dac_override,-dac_read_search"
        lowered = ("setpriv", f"--bounding-set={lost}", f"--inh-caps={lost}")
    ended = subprocess.run(
        [*lowered, *COMMAND, "build"], cwd=mini, env=environment(), capture_output=True, check=False
    )
    words = ended.stderr.decode()
    assert ended.returncode == 6, words
    assert "content/sites/SITE-001.json:1:1: this cannot be read: Permission denied" in words
    assert words.endswith("Nothing was published.\n")
    assert not (mini / "output" / "internal").exists()


# F10, F11: one at a time


def test_f10_a_lock_file_that_its_holder_was_just_removing_is_not_taken_for_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last holder removes it between our opening and our locking of it."""
    target = Target("output/portal", tmp_path / "portal", "auditor")
    file = tmp_path / ".portal.lock"
    file.touch()
    real = fcntl.flock

    def slow(descriptor: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", real)
        file.unlink()
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", slow)
    with locked(target):
        stop = stopped(lambda: locked(target).__enter__())
    assert stop.exit_code is ExitCode.BUSY


def test_f10_f11_a_lock_dies_with_its_holder(tmp_path: Path) -> None:
    target = Target("output/portal", tmp_path / "portal", "auditor")
    script = (
        "import sys\nfrom pathlib import Path\nfrom certfolio.handover.lock import locked\n"
        "from certfolio.handover.target import Target\n"
        "with locked(Target('output/portal', Path(sys.argv[1]), 'auditor')):\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    asked = [sys.executable, "-c", script, str(target.place)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(asked, env=environment(), **pipes) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == b"held\n"
            stop = stopped(lambda: locked(target).__enter__())
            assert f"process {holder.pid}, started 2" in stop.found
        finally:
            holder.kill()
    assert (tmp_path / ".portal.lock").exists()
    with locked(target):
        pass
    assert list(tmp_path.iterdir()) == []


# F12: two audiences


def test_f12_two_audiences_are_built_and_packed_inside_each_other(
    mini: Path, ready: ReadyPortal
) -> None:
    """The second begins and ends while the first is at work; no name of theirs is the same."""
    output = mini / "output"

    def meanwhile(stage: str) -> None:
        if stage == "checking every page":
            built(mini, output / "other", "other", quiet)
            packaged(mini, output / "packages", "other", quiet)

    built(mini, output / "internal", say=meanwhile)
    packaged(mini, output / "packages", say=quiet)
    assert sorted(path.name for path in output.iterdir()) == ["internal", "other", "packages"]
    assert len(whole_packages(output / "packages")) == 2


# F13: leftovers


def test_f13_what_a_crash_left_is_repaired_and_told_even_if_the_build_then_fails(
    mini: Path,
) -> None:
    output = mini / "output"
    (output / ".internal.staging-0123abcd").mkdir(parents=True)
    (output / ".internal.old-0123abcd").mkdir()
    (output / ".internal.old-0123abcd" / ".certfolio").write_text("portal internal\n")
    (mini / "content" / "portal.yaml").write_text("[")
    ended = subprocess.run(
        [*COMMAND, "build"], cwd=mini, env=environment(), capture_output=True, check=False
    )
    words = ended.stderr.decode().splitlines()
    assert ended.returncode == 2, words
    assert words[:2] == [
        "Repaired after an interrupted build: put the former portal back as internal.",
        "Repaired after an interrupted build: removed .internal.staging-0123abcd,"
        " left by a build that was interrupted.",
    ]
    assert [path.name for path in output.iterdir()] == ["internal"]


def test_f13_a_package_that_was_half_in_its_place_is_finished_and_told(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    place = folder / "internal"
    staging = new_staging(place)
    shutil.copytree(
        folder,
        staging / "parcel",
        ignore=lambda _folder, names: [name for name in names if name.startswith(".")],
    )
    for path in (staging / "parcel").iterdir():
        path.rename(path.with_name(path.name.replace("North", "South")))
    digest, _, _name = (staging / "parcel" / "South.zip.sha256").read_text().partition("  ")
    (staging / "parcel" / "South.zip.sha256").write_text(f"{digest}  South.zip\n")
    names = ("South.zip.handover.html", "South.zip.sha256", "South.zip")
    moving = steps(Settling(place, staging, names))
    for _ in range(3):
        next(moving)
    content = ready.project / "content"
    told = repaired_place(folder, "internal", content=content, project=ready.project)
    assert told == (
        "finished putting South.zip in place",
        f"removed {staging.name}, left by a command that was interrupted",
    )
    assert whole_packages(folder).keys() == {"North.zip", "South.zip"}
    assert len(list(folder.iterdir())) == 6
    assert repaired_place(folder, "internal", content=content, project=ready.project) == ()


def test_f13_cleaning_finishes_a_package_that_was_half_in_its_place(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    clean = importlib.import_module("certfolio.tasks.clean")
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    before = digests(folder)
    staging = new_staging(folder / "internal")
    (staging / "parcel").mkdir()
    for path in folder.glob("North.*"):
        path.rename(staging / "parcel" / path.name)
    names = ("North.zip.handover.html", "North.zip.sha256", "North.zip")
    moving = steps(Settling(folder / "internal", staging, names))
    for _ in range(2):
        next(moving)
    assert list(clean._published(folder)) == [
        "Finished putting North.zip.sha256 in place.",
        "Finished putting North.zip in place.",
        f"Removed {staging.name}, left by a build that was interrupted.",
    ]
    assert digests(folder) == before


# F14: Explorer, a browser or a virus scanner on a share


class Held:
    """Lets nobody rename, for a number of times, as Windows does while a file is open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int, name: str) -> None:
        self.times = times
        real = os.replace

        def replace(source: object, target: object) -> None:
            if str(source).endswith(name) and self.times:
                self.times -= 1
                raise PermissionError(13, "Permission denied", str(source))
            real(source, target)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "replace", replace)
        monkeypatch.setattr("certfolio.handover.swap._exchanged", lambda _first, _second: False)
        monkeypatch.setattr("certfolio.handover.swap._PATIENCE", (0.0, 0.0, 0.0, 0.0))


def test_f14_a_portal_that_is_held_open_for_a_moment_is_replaced(
    ready: ReadyPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "output" / "internal"
    ready.publish(target, "North")
    Held(monkeypatch, 4, "/internal")
    ready.publish(target, "South")
    assert ready.name_of(target) == "South"


def test_f14_a_portal_that_stays_held_open_ends_with_6_and_stays(
    ready: ReadyPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "output" / "internal"
    ready.publish(target, "North")
    held = Held(monkeypatch, 100, "/internal")
    stop = stopped(lambda: ready.publish(target, "South"))
    assert stop.exit_code is ExitCode.ENVIRONMENT
    assert stop.fix == "grant it, close programs that show the portal, or publish to another folder"
    held.times = 0
    assert ready.name_of(target) == "North"
    assert [path.name for path in target.parent.iterdir()] == ["internal"]


def test_f14_a_new_portal_that_cannot_be_put_in_place_brings_the_former_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "portal"
    target.mkdir()
    (target / "index.html").write_text("old")
    staging = new_staging(target)
    (staging / "index.html").write_text("new")
    Held(monkeypatch, 100, staging.name)
    with pytest.raises(PermissionError):
        swap(target, staging)
    assert (target / "index.html").read_text() == "old"
    assert not list(tmp_path.glob("*journal*"))


@pytest.mark.parametrize("name", [".zip", ".zip.sha256"])
def test_f14_a_package_that_stays_held_open_ends_with_6_and_stays(
    ready: ReadyPortal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    before = digests(folder)
    held = Held(monkeypatch, 5, f"/parcel/North{name}")
    stop = stopped(lambda: ready.seal(folder, "North"))
    assert (stop.exit_code, held.times) == (ExitCode.ENVIRONMENT, 0)
    assert digests(folder) == before


# F15, F16: places that are none


@pytest.mark.parametrize(
    ("output", "found"),
    [
        ("content", "content is the content folder, or holds it"),
        ("content/packages", "content/packages lies in the content folder"),
        (".", ". is the content folder, or holds it"),
        ("..", ".. is the content folder, or holds it"),
        ("/", "/ is the root of the file system, or holds it"),
        ("~", "{home} is your home folder, or holds it"),
        ("link", "link is a link or a file"),
        ("file", "file is a link or a file"),
        ("output/internal", "output/internal is a portal, or lies in one"),
        ("output/internal/packages", "output/internal/packages is a portal, or lies in one"),
    ],
)
def test_f15_f16_packages_are_not_put_where_something_else_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str, found: str
) -> None:
    project = tmp_path / "work"
    (project / "content").mkdir(parents=True)
    (project / "output" / "internal").mkdir(parents=True)
    (project / "output" / "internal" / ".certfolio").write_text("portal internal\n")
    (project / "file").write_text("kept")
    (project / "link").symlink_to(project / "output")
    monkeypatch.chdir(project)
    before = sorted(tmp_path.rglob("*"))
    places = {"content": project / "content", "project": project}
    folder = Path(output).expanduser()
    for action in (
        lambda: package_place(folder, "auditor", **places).__enter__(),
        lambda: repaired_place(folder, "auditor", **places),
    ):
        stop = stopped(action)
        assert stop.exit_code is ExitCode.CONFIGURATION
        assert stop.found == found.format(home=Path.home())
        assert stop.expected == "a folder in which packages may lie, such as output/packages"
    assert sorted(tmp_path.rglob("*")) == before


def test_f15_what_others_keep_beside_packages_stays(ready: ReadyPortal, tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    folder.mkdir()
    for name in ("thesis.txt", "North.zip.minisig", "North.zip", ".internal.staging-mine"):
        (folder / name).write_text("of others")
    ready.seal(folder, "South")
    assert {path.name for path in folder.iterdir() if path.read_text("latin-1") == "of others"} == {
        "thesis.txt",
        "North.zip.minisig",
        "North.zip",
        ".internal.staging-mine",
    }
    ready.seal(folder, "North")
    # what lay beside a package of this name belongs to it, and would now be wrong
    assert not (folder / "North.zip.minisig").exists()
    assert (folder / "thesis.txt").read_text() == "of others"


def test_f15_an_audience_that_is_a_path_touches_nothing_elsewhere(mini: Path) -> None:
    elsewhere = mini / ".other.staging-0123abcd"
    elsewhere.mkdir()
    (mini / "output").mkdir()
    places = {"content": mini / "content", "project": mini}
    assert repaired_target(mini / "output" / "../other", "../other", **places) == ()
    assert repaired_place(mini / "output", "../other", **places) == ()
    assert elsewhere.is_dir()
    assert list((mini / "output").iterdir()) == []


# F18: records that are edited meanwhile


def test_f18_a_record_edited_while_a_build_writes_is_not_in_it(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    """The records were read before; nothing reads them a second time."""
    target = tmp_path / "internal"
    checked = ready.checked["North"]

    def edit(_stage: str) -> None:
        write_site(ready.project, "Elsewhere")

    build(workspace_of(ready.project), checked, order(checked, target), edit)
    assert ready.name_of(target) == "North"


def test_f18_records_edited_while_they_are_read_are_read_again(
    mini: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from certfolio.pipeline import checking

    times = 0

    def edited(*values: object) -> object:
        nonlocal times
        loaded = real(*values)  # type: ignore[arg-type]
        times += 1
        if times == 1:
            write_site(mini, "South of it all")
        return loaded

    real = checking.load_records
    monkeypatch.setattr(checking, "load_records", edited)
    checked = check(workspace_of(mini), 1, has_digests=False)
    assert times == 2
    assert checked.graph is not None
    titles = [record.title for record in checked.graph.records]
    assert "Plant South of it all" in titles


def test_f18_records_that_do_not_rest_are_given_up_with_4(
    mini: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from certfolio.pipeline import checking

    times = 0

    def edited(*values: object) -> object:
        nonlocal times
        loaded = real(*values)  # type: ignore[arg-type]
        times += 1
        write_site(mini, "x" * times)
        return loaded

    real = checking.load_records
    monkeypatch.setattr(checking, "load_records", edited)
    checked = check(workspace_of(mini), 1, has_digests=False)
    assert checked.graph is None
    assert exit_code(checked.problems) is ExitCode.EVIDENCE
    (problem,) = checked.problems
    assert (problem.location.path, problem.found) == (
        "content/sites/SITE-001.json",
        "this was edited while the records were read",
    )


def test_f18_a_file_swapped_between_copying_and_publishing_ends_with_8(
    mini: Path, tmp_path: Path
) -> None:
    """What lies in the portal is what was hashed, or there is no portal."""
    target = mini / "output" / "internal"

    def meddle(stage: str) -> None:
        if stage == "checking every page":
            (copy,) = target.parent.glob(".internal.staging-*/files/*proof.txt")
            copy.write_text("The restore test failed.\n")

    stop = stopped(lambda: built(mini, target, say=meddle))
    assert stop.exit_code is ExitCode.VERIFICATION
    assert stop.found == 'files are not what was copied a moment ago: "e-001-1-proof.txt"'
    assert not target.exists()


def test_f15_a_target_is_refused_before_anything_is_read(mini: Path) -> None:
    places = {"content": mini / "content", "project": mini}
    for place in (mini, mini / "content", mini.parent):
        stop = stopped(lambda place=place: repaired_target(place, "internal", **places))
        assert stop.exit_code is ExitCode.CONFIGURATION


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ('<a href="nowhere.html">x</a>', "the link 'nowhere.html' leads to no file"),
        ("<script>alert(1)</script>", "a script begins 'alert(1)'"),
        ('<img src="https://t.example/p.gif" alt="">', "would load 'https://t.example/p.gif'"),
    ],
)
def test_a_page_with_a_dead_link_or_a_script_is_never_published(
    mini: Path, markup: str, complaint: str
) -> None:
    """A template of one's own brings it in; the second look at the pages finds it."""
    theme = mini / "theme" / "templates"
    theme.mkdir(parents=True)
    shipped = workspace_of(mini).themes[0] / "templates" / "about.html"
    text = shipped.read_text(encoding="utf-8")
    assert text.count("<h1") == 1
    (theme / "about.html").write_text(text.replace("<h1", f"{markup}<h1"), encoding="utf-8")
    place = replace(workspace_of(mini), themes=(mini / "theme", *workspace_of(mini).themes))
    checked = check(place, 1, has_digests=False)
    with pytest.raises(RenderFailed) as failed:
        build(place, checked, order(checked, mini / "output" / "internal"), quiet)
    assert complaint in str(failed.value)
    assert list((mini / "output").iterdir()) == []


SECRET = "Take over the works at Larkmoor"


@pytest.mark.parametrize("form", ["{}", "<!-- {} -->", '<a id="{}">x</a>'])
def test_a_template_that_tells_what_is_hidden_is_never_published_or_sealed(
    mini: Path, form: str
) -> None:
    """The gate is there for templates and for our own mistakes; records cannot reach it."""
    built(mini, mini / "output" / "internal", say=quiet)
    before = digests(mini / "output")
    write_record(mini, "role", "ROLE-777", title=SECRET, classification="restricted")
    theme = mini / "theme" / "templates"
    theme.mkdir(parents=True)
    shipped = workspace_of(mini).themes[0] / "templates" / "about.html"
    text = shipped.read_text(encoding="utf-8")
    telling = form.format("{{ 'Take over the works at' ~ ' Larkmoor' }}")
    (theme / "about.html").write_text(text.replace("<h1", f"{telling}<h1"), encoding="utf-8")
    place = replace(workspace_of(mini), themes=(mini / "theme", *workspace_of(mini).themes))
    checked = check(place, 1, has_digests=False)
    for action in (
        lambda: build(place, checked, order(checked, mini / "output" / "internal"), quiet),
        lambda: package(
            place,
            checked,
            order(checked, mini / "output" / "packages"),
            PackageOrder(),
            quiet,
            write_beside=lambda *_made: None,
        ),
    ):
        stop = stopped(action)
        assert stop.exit_code is ExitCode.DISCLOSURE
        assert "about.html" in stop.found
        assert "Larkmoor" not in str(stop)
    assert digests(mini / "output") == before
