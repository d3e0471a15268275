"""Publishes and packs on disks that are too small, full or only to be read; prints what happened.

Runs as a program of its own inside a mount namespace, where it mounts what it needs and nobody else
sees it. Prints one JSON object: for each trial, a list of what happened.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from certfolio.handover.package_place import package_place
from certfolio.handover.publish import staging
from certfolio.model.stop import Stop
from certfolio.pipeline import build
from faults.mini import digests, order, packaged, workspace_of
from faults.ready_portal import ReadyPortal
from faults.whole_package import whole_packages

_STEP = 16
_LARGEST = 6000


def main(folder: Path) -> None:
    ready = ReadyPortal(folder)
    disk = folder / "disk"
    disk.mkdir()
    trials: dict[str, Callable[[ReadyPortal, Path], object]] = {
        "portals": _portals,
        "packages": _packages,
        "inodes": _inodes,
        "whole": _whole,
        "swap": _full_at_swap,
        "read-only": _read_only,
        "content": _read_only_content,
        "temporary": _temporary_folder,
    }
    print(json.dumps({name: trial(ready, disk) for name, trial in trials.items()}))


def mount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=True)


def unmount(disk: Path) -> None:
    subprocess.run(["umount", str(disk)], check=True)


def ended(action: Callable[[], object]) -> list[Any]:
    """Return the exit code and words an action ends with."""
    try:
        action()
    except Stop as stop:
        return [stop.exit_code.value, str(stop)]
    return [0, ""]


def _portals(ready: ReadyPortal, disk: Path) -> object:
    """Publish a portal and then another on disks of every size, until both fit."""
    sizes = []
    for size in range(64, _LARGEST, _STEP):
        mount(disk, f"size={size}k")
        target = disk / "internal"
        first = ended(lambda target=target: ready.publish(target, "North"))
        held = ready.name_of(target) if target.exists() else ""
        second = ended(lambda target=target: ready.publish(target, "South"))
        holds = ready.name_of(target) if target.exists() else ""
        left = sorted(path.name for path in disk.iterdir())
        unmount(disk)
        sizes.append([size, first, held, second, holds, left])
        if second[0] == 0:
            break
    return sizes


def _packages(ready: ReadyPortal, disk: Path) -> object:
    """Seal a portal and then another in folders of every size; say whether the zip was reached."""
    sizes = []
    for size in range(64, _LARGEST, _STEP):
        mount(disk, f"size={size}k")
        folder = disk / "packages"
        first = ended(lambda folder=folder: ready.seal(folder, "North"))
        held = _whole_names(folder)
        second = ended(lambda folder=folder: ready.seal(folder, "South"))
        holds = _whole_names(folder)
        left = sorted(path.name for path in folder.glob("*")) if folder.exists() else []
        unmount(disk)
        sizes.append([size, first, held, second, holds, left])
        if second[0] == 0:
            break
    return sizes


def _whole_names(folder: Path) -> list[str]:
    return sorted(whole_packages(folder)) if folder.exists() else []


def _inodes(ready: ReadyPortal, disk: Path) -> object:
    counts = []
    for count in range(8, 400, 8):
        mount(disk, f"nr_inodes={count}")
        target = disk / "internal"
        first = ended(lambda target=target: ready.publish(target, "North"))
        second = ended(lambda target=target: ready.publish(target, "South"))
        holds = ready.name_of(target) if target.exists() else ""
        unmount(disk)
        counts.append([count, first, second, holds])
        if second[0] == 0:
            break
    return counts


def _whole(ready: ReadyPortal, disk: Path) -> object:
    """Build and pack from the records, where the portal just fits but nothing beside it."""
    size = sum(map(len, ready.files["North"].values())) * 3 // 2 // 1024
    mount(disk, f"size={size}k")
    first = ended(lambda: ready.build(disk / "internal", "North"))
    second = ended(lambda: ready.build(disk / "internal", "South"))
    package = ended(lambda: packaged(ready.project, disk / "packages", say=_quiet))
    holds = ready.name_of(disk / "internal")
    left = sorted(path.relative_to(disk).as_posix() for path in disk.glob("*/*.zip*"))
    unmount(disk)
    return [first, second, package, holds, left]


def _full_at_swap(ready: ReadyPortal, disk: Path) -> object:
    """Fill the disk to its last byte when all is written: first, second portal, and package."""
    results = []
    for action in (_filled_portal, _filled_portal, _filled_package):
        mount(disk, "size=8m")
        if len(results) == 1:
            ready.publish(disk / "internal", "North")
        how = ended(lambda action=action: action(ready, disk))
        (disk / "filler").unlink()
        (disk / "filler-2").unlink(missing_ok=True)
        holds = ready.name_of(disk / "internal") if (disk / "internal").exists() else ""
        left = sorted(path.name for path in disk.iterdir())
        again = ended(lambda: ready.publish(disk / "internal", "South"))
        unmount(disk)
        results.append([how, holds, left, again])
    return results


def _filled_portal(ready: ReadyPortal, disk: Path) -> None:
    places = {"content": ready.project / "content", "project": ready.project}
    with staging(disk / "internal", "internal", **places) as draft:
        ready.write(draft.folder, "South")
        _fill(disk)


def _filled_package(ready: ReadyPortal, disk: Path) -> None:
    places = {"content": ready.project / "content", "project": ready.project}
    with package_place(disk, "internal", **places) as bench:
        (bench.parcel / "a.zip").write_bytes(b"x")
        (bench.parcel / "a.zip.sha256").write_bytes(b"x")
        _fill(disk)


def _fill(disk: Path) -> None:
    for name, step in (("filler", 4096), ("filler-2", 1)):
        with (disk / name).open("wb", buffering=0) as stream:
            try:
                while stream.write(b"x" * step):
                    pass
            except OSError:
                continue


def _read_only(ready: ReadyPortal, disk: Path) -> object:
    """Publish and pack on a disk that was made read-only; say which stages were reached."""
    mount(disk, "size=16m")
    ready.publish(disk / "internal", "North")
    ready.seal(disk / "packages", "North")
    subprocess.run(["mount", "-o", "remount,ro", "tmpfs", str(disk)], check=True)
    stages: list[str] = []
    checked = ready.checked["South"]
    place = workspace_of(ready.project)
    built = ended(lambda: build(place, checked, order(checked, disk / "internal"), stages.append))
    sealed = ended(lambda: packaged(ready.project, disk / "packages", say=stages.append))
    holds = ready.name_of(disk / "internal")
    whole = sorted(whole_packages(disk / "packages"))
    unmount(disk)
    return [built, sealed, holds, whole, stages]


def _read_only_content(ready: ReadyPortal, disk: Path) -> object:
    content = ready.project / "content"
    mount(disk, "size=16m")
    subprocess.run(["mount", "--bind", str(content), str(content)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(content)], check=True)
    before = digests(content)
    how = ended(lambda: ready.build(disk / "internal", "South"))
    also = ended(lambda: packaged(ready.project, disk / "packages", say=_quiet))
    holds = ready.name_of(disk / "internal")
    is_same = digests(content) == before
    unmount(content)
    unmount(disk)
    return [how, also, holds, is_same]


def _temporary_folder(ready: ReadyPortal, disk: Path) -> object:
    """Build with a temporary folder on another, tiny disk; nothing big may go there."""
    mount(disk, "size=16k")
    os.environ["TMPDIR"] = str(disk)
    tempfile.tempdir = None
    target = ready.project / "elsewhere" / "internal"
    how = ended(lambda: ready.build(target, "North"))
    also = ended(lambda: packaged(ready.project, ready.project / "packed", say=_quiet))
    holds = ready.name_of(target)
    left = sorted(path.name for path in disk.iterdir())
    unmount(disk)
    return [how, also, holds, left]


def _quiet(_stage: str) -> None:
    pass


if __name__ == "__main__":
    main(Path(sys.argv[1]))
