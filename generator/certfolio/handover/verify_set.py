"""Looks for the other volumes of a package beside one of them, and checks each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from certfolio.handover.manifest import NAME
from certfolio.handover.verify import Verified, verify_folder, verify_zip
from certfolio.handover.volume_list import VolumeList


@dataclass(frozen=True, slots=True)
class Part:
    """A volume of a package: what it is called, and what checking it came to.

    `verified` is None where it is missing.
    """

    name: str
    verified: Verified | None
    faults: tuple[str, ...]


def verify_package(path: Path) -> tuple[Part, ...]:
    """Check a package, zip or unpacked folder, and the other volumes that belong to it.

    A folder that is no package itself, and holds zips, stands for the packages in it.
    """
    if path.is_dir() and not _is_package(path):
        zips = sorted(each for each in path.glob("*.zip") if each.is_file())
        if zips:
            return tuple(_folder_of_zips(zips))
    verified = _verified(path)
    first = Part(path.name, verified, verified.faults)
    if verified.volumes is None:
        return (first,)
    parts = [*_others(path, verified.volumes)]
    parts.insert(verified.volumes.number - 1, first)
    return tuple(parts)


def _folder_of_zips(zips: list[Path]) -> Iterator[Part]:
    """Check every package once; each volume that is missing is told once too."""
    done: set[str] = set()
    for path in zips:
        if path.name in done:
            continue
        for part in verify_package(path):
            if part.name not in done:
                yield part
            done.add(part.name)


def _others(path: Path, volumes: VolumeList) -> Iterator[Part]:
    for number, name in enumerate(volumes.names, start=1):
        if number == volumes.number:
            continue
        beside = _found(path, name)
        if beside is None:
            words = f"volume {number} of {len(volumes.names)} is missing: the package is incomplete"
            yield Part(name, None, (words,))
            continue
        verified = _verified(beside)
        yield Part(beside.name, verified, (*verified.faults, *_misfit(volumes, verified, number)))


def _misfit(volumes: VolumeList, verified: Verified, number: int) -> Iterator[str]:
    """Say that a volume belongs to another package, where nothing worse is known of it."""
    if verified.faults:
        return
    other = verified.volumes
    if other is None or not volumes.fits(other) or other.number != number:
        yield f"it is not volume {number} of the same package"


def _found(path: Path, name: str) -> Path | None:
    """Find a volume beside another: as a zip, or unpacked to a folder of its name."""
    beside = path.absolute().with_name(name)
    unpacked = beside.with_suffix("")
    places = (unpacked, beside) if path.is_dir() else (beside,)
    return next((place for place in places if place.exists()), None)


def _is_package(folder: Path) -> bool:
    return (folder / NAME).is_file()


def _verified(path: Path) -> Verified:
    return verify_folder(path) if path.is_dir() else verify_zip(path)
