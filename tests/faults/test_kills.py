"""F01: a build or package that is killed at any moment leaves one whole thing, and the next works.

What is killed a hundred times each is the publishing of a finished portal and the sealing of one,
as that is where things change places; whole builds and packages are killed less often here. To
kill those as often as you like: python tests/faults/killing_spree.py 100
"""

from pathlib import Path

import pytest

from faults.killing import killed, moments, touches_of
from faults.ready_portal import ReadyPortal
from faults.whole_package import whole_packages

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
KILLS = 100


def test_f01_a_portal_is_the_old_or_the_new_one_after_every_kill(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    target = tmp_path / "output" / "internal"
    ready.publish(target, "North")
    touches, seconds = touches_of(lambda: ready.publish(target, "South"))
    hit = 0
    for turn, moment in enumerate(moments(KILLS, 1, touches, seconds)):
        former, new = ("South", "North") if turn % 2 == 0 else ("North", "South")
        ready.publish(target, former)
        hit += killed(lambda new=new: ready.publish(target, new), moment)
        assert ready.name_of(target) in (former, new), moment
    ready.publish(target, "North")
    assert ready.name_of(target) == "North"
    assert [path.name for path in target.parent.iterdir()] == ["internal"]
    assert hit >= KILLS // 2


def test_f01_a_package_is_whole_or_not_there_after_every_kill(
    ready: ReadyPortal, tmp_path: Path
) -> None:
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    kept = whole_packages(folder)
    touches, seconds = touches_of(lambda: ready.seal(folder, "South"))
    hit = 0
    for moment in moments(KILLS, 2, touches, seconds):
        hit += killed(lambda: ready.seal(folder, "South"), moment)
        found = whole_packages(folder)
        assert found.items() >= kept.items(), moment
        assert found.keys() <= {"North.zip", "South.zip"}, moment
        if "South.zip" in found:
            for path in folder.glob("South.zip*"):
                path.unlink()
    ready.seal(folder, "South")
    assert whole_packages(folder).keys() == {"North.zip", "South.zip"}
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]
    assert hit >= KILLS // 2


@pytest.mark.parametrize("turn", range(4))
def test_f01_a_whole_build_is_killed_and_the_next_one_ends_well(
    ready: ReadyPortal, tmp_path: Path, turn: int
) -> None:
    target = tmp_path / "output" / "internal"
    ready.publish(target, "North")
    touches, seconds = ready.effort
    (moment,) = (
        moments(1, 10 + turn, touches, seconds)
        if turn % 2
        else moments(2, 10 + turn, touches, seconds)[1:]
    )
    killed(lambda: ready.build(target, "South"), moment)
    assert ready.name_of(target) in ("North", "South")
    ready.build(target, "South")
    assert ready.name_of(target) == "South"
    assert [path.name for path in target.parent.iterdir()] == ["internal"]
