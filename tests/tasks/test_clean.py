"""invoke clean removes portals, leftovers and the cache, and nothing that is not ours."""

from pathlib import Path

from command import certfolio, files

from certfolio.handover.lock import locked
from certfolio.handover.target import Target


def test_a_published_portal_goes_and_everything_else_stays(published: Path) -> None:
    output = published / "output"
    (output / "README.md").write_text("Portals are published here.\n")
    (output / "archive").mkdir()
    (output / "archive" / "index.html").write_text("no mark, not ours")
    (published / ".cache" / "certfolio").mkdir(parents=True)
    (published / ".cache" / "certfolio" / "crash.log").touch()
    (published / ".cache" / "browser").mkdir()
    before = files(published)
    ended = certfolio(published, "clean")
    assert (ended.code, ended.output) == (0, "")
    assert ended.words == "Removed output/internal.\nRemoved .cache/certfolio.\n"
    kept = {
        name: data
        for name, data in before.items()
        if not name.startswith(("output/internal/", ".cache/certfolio/"))
    }
    assert files(published) == kept
    assert (published / ".cache" / "browser").is_dir()
    assert sorted(path.name for path in output.iterdir()) == ["README.md", "archive"]


def test_what_interrupted_builds_left(workspace: Path) -> None:
    output = workspace / "output"
    for name in (".internal.staging-0123abcd", ".auditor.old-89abcdef", ".staging-mine"):
        (output / name).mkdir(parents=True)
        (output / name / ".certfolio").write_text("portal internal\n")
    (output / ".auditor").mkdir()
    ended = certfolio(workspace, "clean")
    assert ended.code == 0
    assert not (output / ".internal.staging-0123abcd").exists()
    assert not (output / ".auditor.old-89abcdef").exists()
    assert not (output / "auditor").exists()
    assert (output / ".auditor").is_dir()


def test_an_empty_cache_folder_goes_too(workspace: Path) -> None:
    (workspace / ".cache" / "certfolio").mkdir(parents=True)
    certfolio(workspace, "clean")
    assert not (workspace / ".cache").exists()


def test_nothing_to_remove(workspace: Path) -> None:
    before = files(workspace)
    ended = certfolio(workspace, "clean")
    assert (ended.code, ended.words) == (0, "There was nothing to remove.\n")
    assert files(workspace) == before


def test_links_are_not_followed(published: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (published / "output" / "internal").rename(elsewhere)
    (published / "output" / "internal").symlink_to(elsewhere)
    (published / ".cache").symlink_to(elsewhere)
    before = files(elsewhere)
    certfolio(published, "clean")
    assert files(elsewhere) == before


def test_a_portal_that_is_being_built_stays(published: Path) -> None:
    place = published / "output" / "internal"
    before = files(place)
    with locked(Target("output/internal", place, "internal")):
        ended = certfolio(published, "clean")
    assert ended.code == 7
    assert files(place) == before


def test_another_output_folder(workspace: Path, tmp_path: Path) -> None:
    share = tmp_path / "share"
    certfolio(workspace, "build", "--output", str(share))
    assert certfolio(workspace, "clean", "--output", str(share)).code == 0
    assert list(share.iterdir()) == []
