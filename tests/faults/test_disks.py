"""F04 to F08 and F17: disks that are too small, full or read-only keep what was there before."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from faults.mounting import way_to_mount

pytestmark = pytest.mark.mounts
TESTS = Path(__file__).parents[1]
DRIVER = Path(__file__).with_name("on_disks.py")
_MB = r"\d+\.\d MB"


@pytest.fixture(scope="module")
def happened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what happened on all the disks."""
    way = way_to_mount()
    assert way is not None
    folder = tmp_path_factory.mktemp("disks")
    environment = os.environ | {"PYTHONPATH": f"{TESTS.parent / 'generator'}{os.pathsep}{TESTS}"}
    ended = subprocess.run(
        [*way, sys.executable, str(DRIVER), str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def is_full(how: list[Any], name: str) -> bool:
    found, expected, fix = how[1].splitlines()
    return (
        how[0] == 6
        and bool(re.fullmatch(rf"the disk that holds .*{name} \(/.*/disk, {_MB} in all\).*", found))
        and bool(
            re.fullmatch(rf".* is full after {_MB}", found)
            and re.fullmatch(rf"  expected: at least {_MB} of free space there", expected)
        )
        and fix == "  fix: free some space, or write to a folder on another disk"
    )


def test_f04_a_portal_on_a_disk_of_every_size_is_the_old_the_new_or_none(
    happened: dict[str, Any],
) -> None:
    sizes = happened["portals"]
    assert len(sizes) > 20
    for size, first, held, second, holds, left in sizes:
        assert held == ("North" if first[0] == 0 else ""), size
        assert first[0] == 0 or is_full(first, "internal"), (size, first)
        assert second[0] == 0 or is_full(second, "internal"), (size, second)
        assert holds == ("South" if second[0] == 0 else held), size
        assert left == (["internal"] if holds else []), size
    # sizes on which the first fits and not the second, which is where something can be lost
    assert sum(1 for each in sizes if each[1][0] == 0 and each[3][0] == 6) > 5
    assert sizes[-1][3][0] == 0


def test_f04_f05_a_package_on_a_disk_of_every_size_is_whole_or_not_there(
    happened: dict[str, Any],
) -> None:
    sizes = happened["packages"]
    assert len(sizes) > 20
    for size, first, held, second, holds, left in sizes:
        assert held == (["North.zip"] if first[0] == 0 else []), size
        assert first[0] == 0 or is_full(first, "packages"), (size, first)
        assert second[0] == 0 or is_full(second, "packages"), (size, second)
        assert holds == sorted(held + (["South.zip"] if second[0] == 0 else [])), size
        assert len(left) == 3 * len(holds), (size, left)
    assert sum(1 for each in sizes if each[1][0] == 0 and each[3][0] == 6) > 2
    assert sizes[-1][3][0] == 0


def test_f04_f05_a_whole_build_and_package_without_room_beside_the_former_portal(
    happened: dict[str, Any],
) -> None:
    first, second, package, holds, left = happened["whole"]
    assert first == [0, ""]
    assert is_full(second, "internal")
    assert is_full(package, "packages")
    assert (holds, left) == ("North", [])


def test_f05_a_disk_that_is_full_only_when_things_change_places(happened: dict[str, Any]) -> None:
    """An exchange needs no room; the first portal and a package need a journal, and stay away."""
    first, second, package = happened["swap"]
    assert is_full(first[0], "internal")
    assert (first[1], first[2]) == ("", [])
    assert (second[0], second[1], second[2]) == ([0, ""], "South", ["internal"])
    assert is_full(package[0], "disk")
    assert package[2] == []
    assert [each[3] for each in (first, second, package)] == [[0, ""]] * 3


def test_f06_a_disk_that_can_hold_no_more_files(happened: dict[str, Any]) -> None:
    counts = happened["inodes"]
    assert len(counts) > 5
    for count, first, second, holds in counts:
        for how in (first, second):
            assert how[0] == 0 or re.match(
                rf"the disk that holds .*/internal \(.*\) can hold no more files after {_MB}\n"
                r"  expected: room there for many small files\n",
                how[1],
            ), (count, how)
        assert holds == ("South" if second[0] == 0 else "North" if first[0] == 0 else ""), count
    assert counts[-1][2][0] == 0


def test_f07_a_read_only_disk_stops_before_any_work(happened: dict[str, Any]) -> None:
    built, sealed, holds, whole, stages = happened["read-only"]
    for how, name in ((built, "internal"), (sealed, "packages")):
        assert how[0] == 6
        assert re.fullmatch(
            rf"the disk that holds .*/{name} can only be read\n"
            r"  expected: a disk that can be written to\n"
            r"  fix: publish to another folder, or make the disk writable",
            how[1],
        )
    assert (holds, whole, stages) == ("North", ["North.zip"], [])


def test_f08_records_that_can_only_be_read_are_enough(happened: dict[str, Any]) -> None:
    assert happened["content"] == [[0, ""], [0, ""], "South", True]


def test_f17_a_temporary_folder_on_another_disk_holds_nothing_of_it(
    happened: dict[str, Any],
) -> None:
    assert happened["temporary"] == [[0, ""], [0, ""], "North", []]
