"""A package and what lies beside it get to their places together, or stay away together."""

import errno
import json
import os
from itertools import islice
from pathlib import Path

import pytest

from certfolio.handover.settle import Settling, finish_settling, settle, steps
from certfolio.handover.swap import new_staging
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

NAMES = ("a.zip.sha256", "a.zip.sheet", "a.zip")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where packages lie: an old one with a signature, which the new one will not have."""
    for name in (*NAMES, "a.zip.minisig", "other.zip"):
        (tmp_path / name).write_text("old")
    return tmp_path / "internal"


def fresh(place: Path) -> Path:
    staging = new_staging(place)
    (staging / "parcel").mkdir()
    for name in NAMES:
        (staging / "parcel" / name).write_text("new")
    return staging


def seen(place: Path) -> dict[str, str]:
    return {
        path.name: path.read_text()
        for path in sorted(place.parent.iterdir())
        if path.is_file() and not path.name.startswith(".")
    }


OLD = dict.fromkeys(("a.zip", "a.zip.minisig", "a.zip.sha256", "a.zip.sheet", "other.zip"), "old")
NEW = {"a.zip": "new", "a.zip.sha256": "new", "a.zip.sheet": "new", "other.zip": "old"}


def test_all_files_come_and_what_lay_beside_the_former_one_goes(place: Path) -> None:
    settle(place, fresh(place), NAMES, ["a.zip.minisig", "a.zip.sheet"])
    assert seen(place) == NEW
    assert finish_settling(place) == ()


def test_the_first_package_needs_no_former_one(tmp_path: Path) -> None:
    place = tmp_path / "internal"
    settle(place, fresh(place), NAMES)
    assert seen(place) == dict.fromkeys(sorted(NAMES), "new")


@pytest.mark.parametrize("stopped_after", range(6))
def test_f01_a_crash_after_any_step_is_finished_by_the_next_start(
    place: Path, stopped_after: int
) -> None:
    settling = Settling(place, fresh(place), NAMES, ("a.zip.minisig",))
    list(islice(steps(settling), stopped_after))
    told = finish_settling(place)
    left = () if stopped_after == 0 else NAMES[stopped_after - 1 :]
    assert told == tuple(f"finished putting {name} in place" for name in left)
    assert seen(place) == (OLD if stopped_after == 0 else NEW)
    assert not list(place.parent.glob("*journal*"))


@pytest.mark.parametrize("lost", NAMES)
@pytest.mark.parametrize("is_first", [True, False])
def test_f05_a_failure_at_any_file_puts_everything_back(
    place: Path, lost: str, is_first: bool
) -> None:
    """A name that cannot be taken, as something else holds it, stands in for a disk in the way."""
    if is_first:
        for path in place.parent.glob("a.zip*"):
            path.unlink()
    before = seen(place)
    staging = fresh(place)
    (staging / "parcel" / lost).unlink()
    with pytest.raises(FileNotFoundError):
        settle(place, staging, NAMES, ["a.zip.minisig"])
    assert seen(place) == before
    assert finish_settling(place) == ()


@pytest.mark.parametrize("lost", [*NAMES, None])
def test_f05_a_disk_without_second_names_keeps_the_former_files_too(
    place: Path, lost: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT and some shares give a file one name only; then the former one is put aside."""

    def refuse(*_paths: object, **_how: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    staging = fresh(place)
    if lost is None:
        settle(place, staging, NAMES, ["a.zip.minisig"])
        assert seen(place) == NEW
    else:
        (staging / "parcel" / lost).unlink()
        with pytest.raises(FileNotFoundError):
            settle(place, staging, NAMES, ["a.zip.minisig"])
        assert seen(place) == OLD


@pytest.mark.parametrize(
    "said",
    [
        "{",
        "[]",
        json.dumps({"staging": "gone", "names": [], "outdated": []}),
        json.dumps({"staging": "STAGING", "names": ["../evil"], "outdated": []}),
        json.dumps({"staging": "STAGING", "names": [], "outdated": ["../kept"]}),
    ],
)
def test_a_journal_that_is_not_ours_moves_and_removes_nothing(place: Path, said: str) -> None:
    staging = fresh(place)
    (place.parent.parent / "kept").write_text("kept")
    journal = place.with_name(".internal.parcel-journal")
    journal.write_text(said.replace("STAGING", staging.name))
    assert finish_settling(place) == ()
    assert seen(place) == OLD
    assert (place.parent.parent / "kept").read_text() == "kept"
    assert not journal.exists()


def test_a_package_that_cannot_be_read_back_is_told_in_words() -> None:
    from certfolio.handover.package import SealBroken

    stop: Stop = SealBroken(["a.html was changed"])
    assert stop.exit_code is ExitCode.VERIFICATION
    assert str(stop) == (
        "the package cannot be read back as it was written: a.html was changed\n"
        "  expected: a disk that keeps what is written to it\n"
        "  fix: run the command again; if it happens again, write to another disk (--output)"
    )


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return where packages lie and a staging folder, with a folder of the same name in each."""
    place = tmp_path / "internal"
    staging = new_staging(place)
    for folder, text in ((tmp_path, "old"), (staging / "parcel", "new")):
        (folder / "package").mkdir(parents=True)
        (folder / "package" / f"{text}.html").write_text(text)
        (folder / "package.sha256").write_text(text)
    return place, staging


def in_package(place: Path) -> list[str]:
    inside = sorted(path.name for path in (place.parent / "package").iterdir())
    return [*inside, (place.parent / "package.sha256").read_text()]


@pytest.mark.parametrize("stopped_after", range(4))
def test_f01_a_folder_is_never_mixed_with_the_former_one(
    folders: tuple[Path, Path], stopped_after: int
) -> None:
    place, staging = folders
    list(islice(steps(Settling(place, staging, ("package.sha256", "package"))), stopped_after))
    finish_settling(place)
    assert in_package(place) == (["old.html", "old"] if not stopped_after else ["new.html", "new"])


def test_f05_a_folder_that_cannot_be_put_in_place_brings_the_former_one_back(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, staging = folders
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(source) == staging / "parcel" / "package":
            raise OSError(errno.EIO, "Input/output error", str(source))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OSError, match="Input/output error"):
        settle(place, staging, ("package.sha256", "package"))
    assert in_package(place) == ["old.html", "old"]
