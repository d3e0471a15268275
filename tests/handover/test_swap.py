"""The change of places, stopped between any two steps, and its repair."""

from itertools import islice
from pathlib import Path

import pytest

from certfolio.handover.swap import new_staging, renames, repair, swap


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "portal"
    folder.mkdir()
    (folder / "index.html").write_text("old")
    return folder


def fresh(target: Path, text: str = "new") -> Path:
    folder = new_staging(target)
    (folder / "index.html").write_text(text)
    return folder


def seen(target: Path) -> str:
    return (target / "index.html").read_text()


@pytest.mark.parametrize("in_one_step", [True, False])
def test_both_ways_of_changing_places_end_the_same(target: Path, in_one_step: bool) -> None:
    swap(target, fresh(target), in_one_step=in_one_step)
    assert seen(target) == "new"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_first_portal_needs_no_former_one(tmp_path: Path, in_one_step: bool) -> None:
    target = tmp_path / "portal"
    swap(target, fresh(target), in_one_step=in_one_step)
    assert seen(target) == "new"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("steps", "text", "words"),
    [
        (1, "old", ["removed .portal.staging-?, left by a build that was interrupted"]),
        (
            2,
            "new",
            [
                "finished putting the new portal in place as portal",
                "removed .portal.old-?, left by a build that was interrupted",
            ],
        ),
        (3, "new", ["removed .portal.old-?, left by a build that was interrupted"]),
        (4, "new", ["removed .portal.old-?, left by a build that was interrupted"]),
    ],
)
def test_f13_a_crash_after_any_step_is_repaired(
    target: Path, steps: int, text: str, words: list[str]
) -> None:
    staging = fresh(target)
    former = target.with_name(".portal.old-0a1b2c3d")
    list(islice(renames(target, staging, former), steps))
    told = repair(target)
    digits = (staging.name.rpartition("-")[2], "0a1b2c3d")
    assert [word.replace(digits[0], "?").replace(digits[1], "?") for word in told] == words
    assert seen(target) == text
    assert list(target.parent.iterdir()) == [target]
    assert repair(target) == ()


def test_f13_a_former_portal_without_a_journal_is_put_back(target: Path) -> None:
    target.rename(target.with_name(".portal.old-0a1b2c3d"))
    unfinished = fresh(target)
    assert repair(target) == (
        "put the former portal back as portal",
        f"removed {unfinished.name}, left by a build that was interrupted",
    )
    assert seen(target) == "old"


def test_f13_a_damaged_journal_is_no_journal(target: Path) -> None:
    target.with_name(".portal.journal").write_text("{")
    target.rename(target.with_name(".portal.old-0a1b2c3d"))
    assert repair(target) == ("put the former portal back as portal",)
    assert list(target.parent.iterdir()) == [target]


def test_a_failing_swap_leaves_the_former_portal(target: Path) -> None:
    absent = target.with_name(".portal.staging-00000000")
    with pytest.raises(FileNotFoundError):
        swap(target, absent)
    assert seen(target) == "old"
    assert list(target.parent.iterdir()) == [target]


def test_f13_only_our_own_leftovers_are_removed(target: Path) -> None:
    for name in (
        ".portal.staging-mine",
        ".portal.old-1",
        "portal.old-0a1b2c3d",
        ".other.old-0a1b2c3d",
    ):
        target.with_name(name).mkdir()
    target.with_name(".portal.staging-0a1b2c3d").symlink_to(target)
    assert repair(target) == ()
    assert len(list(target.parent.iterdir())) == 6
