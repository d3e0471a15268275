"""F04, F05 and F14 without a disk that fails: each single touch of the disk fails once in its turn.

This needs no right to mount anything, and reaches moments that no size of a disk does.
"""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.killing import failed, touches_of
from faults.mini import digests
from faults.ready_portal import ReadyPortal
from faults.whole_package import whole_packages

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
HOW = [(errno.ENOSPC, True), (errno.EACCES, False), (errno.EIO, False)]
IDS = ["F04 full from then on", "F14 denied once", "F05 failed once"]


def every_touch(work: Callable[[], object], step: int = 1) -> range:
    return range(0, touches_of(work)[0], step)


@pytest.mark.parametrize(("error", "lasts"), HOW, ids=IDS)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_portal_is_the_former_or_the_new_one_whatever_touch_fails(
    ready: ReadyPortal, tmp_path: Path, error: int, lasts: bool, is_first: bool
) -> None:
    target = tmp_path / "output" / "internal"
    if not is_first:
        ready.publish(target, "North")
    codes = []
    # the files of a portal are alike: one in five is enough, and all that comes after them
    touches = touches_of(lambda: ready.publish(tmp_path / "count" / "internal", "South"))[0]
    turns = [*range(0, touches - 20, 5), *range(max(touches - 20, 0), touches)]
    for turn in turns:
        code = failed(lambda: ready.publish(target, "South"), turn, error, lasts=lasts)
        codes.append(code)
        held = ready.name_of(target) if target.exists() else "none"
        former = "none" if is_first else "North"
        assert held == ("South" if code == 0 else former), (turn, code)
        if code == 0 and is_first:
            ready.remove(target)
        elif code == 0:
            ready.publish(target, "North")
        left = [path.name for path in target.parent.glob(".*")] if target.parent.exists() else []
        assert left == [], turn
    assert set(codes) <= {0, 6}
    assert codes.count(6) > len(turns) // 3


@pytest.mark.parametrize(("error", "lasts"), HOW, ids=IDS)
def test_a_package_is_the_former_or_the_new_one_whatever_touch_fails(
    ready: ReadyPortal, tmp_path: Path, error: int, lasts: bool
) -> None:
    folder = tmp_path / "packages"
    ready.seal(folder, "North")
    (folder / "South.zip.minisig").write_text("of a former one")
    before = digests(folder)
    codes = []
    for turn in every_touch(lambda: ready.seal(tmp_path / "count", "South")):
        code = failed(lambda: ready.seal(folder, "South"), turn, error, lasts=lasts)
        codes.append(code)
        if code == 0:
            assert whole_packages(folder).keys() == {"North.zip", "South.zip"}, turn
            for path in folder.glob("South.zip*"):
                path.unlink()
            (folder / "South.zip.minisig").write_text("of a former one")
        assert digests(folder) == before, turn
    assert set(codes) <= {0, 6}
    assert codes.count(6) > len(codes) // 3
