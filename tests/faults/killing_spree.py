"""Kills whole builds and packages as often as asked, and says how many were survived.

    python tests/faults/killing_spree.py [100]

The suite kills some whole ones and a hundred of those parts in which things change places; this is
the same without measure. Ends with 1 at the first mixture.
"""

import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "generator")]

from faults.killing import killed, moments, touches_of  # noqa: E402 - found through the path above
from faults.mini import packaged, write_site  # noqa: E402
from faults.ready_portal import ReadyPortal  # noqa: E402
from faults.whole_package import whole_packages  # noqa: E402


def main(number: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        ready = ReadyPortal(Path(folder) / "work")
        builds = _builds(ready, Path(folder) / "output" / "internal", number)
        packages = _packages(ready, Path(folder) / "packages", number)
    print(f"{number} builds: {builds} killed at work, each left one whole portal")
    print(f"{number} packages: {packages} killed at work, each left whole packages only")
    return 0


def _builds(ready: ReadyPortal, target: Path, number: int) -> int:
    touches, seconds = touches_of(lambda: ready.build(target, "North"))
    hit = 0
    for turn, moment in enumerate(moments(number, 3, touches, seconds)):
        former, new = ("South", "North") if turn % 2 else ("North", "South")
        ready.build(target, former)
        hit += killed(lambda new=new: ready.build(target, new), moment)
        if ready.name_of(target) not in (former, new):
            raise SystemExit(f"a mixture after {moment}")
    ready.build(target, "North")
    _expect_tidy(target.parent)
    return hit


def _packages(ready: ReadyPortal, folder: Path, number: int) -> int:
    def work() -> None:
        packaged(ready.project, folder, say=lambda _stage: None)

    write_site(ready.project, "0")
    touches, seconds = touches_of(work)
    hit = 0
    for turn, moment in enumerate(moments(number, 4, touches, seconds)):
        write_site(ready.project, str(turn + 1))
        kept = whole_packages(folder)
        hit += killed(work, moment)
        if not whole_packages(folder).items() >= kept.items():
            raise SystemExit(f"a package was lost or changed after {moment}")
    work()
    _expect_tidy(folder)
    return hit


def _expect_tidy(folder: Path) -> None:
    if left := [path.name for path in folder.iterdir() if path.name.startswith(".")]:
        raise SystemExit(f"left behind: {', '.join(left)}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
