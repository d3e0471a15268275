"""Compares a package, zip or unpacked folder, with its manifest: every byte, and nothing else.

It proves that the files are those the manifest names. Whoever can change the files can write a new
manifest too; only a digest or signature that came another way shows who made it.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from certfolio.handover.manifest import (
    NAME,
    TAG_NAME,
    digest_of,
    expected_digests,
    root_of,
)
from certfolio.handover.package_name import path_fault, twins
from certfolio.handover.volume_list import NAME as VOLUMES
from certfolio.handover.volume_list import VolumeList, read_volume_list
from certfolio.handover.zip_layout import ZipFault
from certfolio.handover.zip_reader import entry_chunks, entry_digest, read_entries
from certfolio.model.quoting import shown

MANIFESTS = (NAME, TAG_NAME)
_READ = (*MANIFESTS, VOLUMES)
_MOST_MANIFEST = 64 * 10**6
# what Finder and Explorer write into folders that are looked at; none ever ships
_LEFT = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
LEFT_HERE = "is no part of the package: this computer left it"
NO_PACKAGE = "it is no package of certfolio"


@dataclass(frozen=True, slots=True)
class Verified:
    """What a comparison came to: the faults, all of them, and how much was compared.

    `digest` is the SHA-256 of the zip itself, None for a folder; `manifest` that of the manifest.
    `volumes` is there where the package is one volume of several.
    """

    faults: tuple[str, ...]
    files: int
    octets: int
    digest: str | None
    manifest: str | None
    volumes: VolumeList | None = None

    @property
    def is_intact(self) -> bool:
        return not self.faults


def verify_zip(path: Path) -> Verified:
    """Compare a zip with the manifest in it; nothing is unpacked and nothing written."""
    with path.open("rb") as stream:
        digest = digest_of(stream)
        try:
            return _verified_zip(stream, digest)
        except ZipFault as fault:
            return Verified((str(fault),), 0, 0, digest, None)


def verify_folder(folder: Path) -> Verified:
    """Compare an unpacked package with the manifest in it; links are not followed."""
    found = sorted(_files(folder))
    plain = [path for path, is_plain in found if is_plain]
    if NAME not in plain:
        return Verified((_without_manifest("folder"),), 0, 0, None, None)
    sizes = {path: (folder / path).stat().st_size for path in plain}
    if any(sizes.get(name, 0) > _MOST_MANIFEST for name in _READ):
        return Verified((f"{NAME} is too large to be a manifest",), 0, 0, None, None)
    digests = {path: _file_digest(folder / path) for path in plain}
    manifests = {name: (folder / name).read_bytes() for name in _READ if name in digests}
    faults = [f"{shown(path, 120)} is no plain file" for path, is_plain in found if not is_plain]
    faults.extend(
        fault
        for path in plain
        if not _is_left_here(path) and (fault := path_fault(path)) is not None
    )
    return _verified(manifests, digests, sizes, faults, None)


def _verified_zip(stream: BinaryIO, digest: str) -> Verified:
    by_name = {entry.name: entry for entry in read_entries(stream)}
    if NAME not in by_name:
        return Verified((_without_manifest("zip"),), 0, 0, digest, None)
    listed = {name: by_name[name] for name in _READ if name in by_name}
    if any(entry.size > _MOST_MANIFEST for entry in listed.values()):
        raise ZipFault(f"{NAME} is too large to be a manifest")
    manifests = {name: b"".join(entry_chunks(stream, entry)) for name, entry in listed.items()}
    faults: list[str] = []
    digests: dict[str, str | None] = {}
    for entry in by_name.values():
        try:
            digests[entry.name] = entry_digest(stream, entry)
        except ZipFault as fault:
            faults.append(str(fault))
            digests[entry.name] = None
    sizes = {entry.name: entry.size for entry in by_name.values()}
    return _verified(manifests, digests, sizes, faults, digest)


def _verified(
    read: Mapping[str, bytes],
    digests: Mapping[str, str | None],
    sizes: Mapping[str, int],
    faults: Iterable[str],
    digest: str | None,
) -> Verified:
    manifests = {name: data for name, data in read.items() if name in MANIFESTS}
    root = root_of(manifests)
    compared = {path: value for path, value in digests.items() if path != root}
    volumes = read_volume_list(read[VOLUMES]) if VOLUMES in read else None
    return Verified(
        faults=(*faults, *_compared(manifests, compared), *_volume_faults(read, volumes, compared)),
        files=len(compared),
        octets=sum(sizes[path] for path in compared),
        digest=digest,
        manifest=hashlib.sha256(manifests[root]).hexdigest(),
        volumes=volumes,
    )


def _compared(manifests: Mapping[str, bytes], digests: Mapping[str, str | None]) -> Iterator[str]:
    """Say what differs; a file without a digest is damaged and was told already."""
    expected, faults = expected_digests(manifests)
    yield from faults
    for path in sorted(expected.keys() - digests.keys()):
        yield f"{path} is missing"
    for path in sorted(digests.keys() - expected.keys()):
        what = LEFT_HERE if _is_left_here(path) else "is not in the manifest: it was added"
        yield f"{shown(path, 120)} {what}"
    for path in sorted(expected.keys() & digests.keys()):
        if digests[path] not in (None, expected[path]):
            yield f"{path} was changed"
    for first, second in twins(digests):
        yield f"{shown(first, 80)} and {shown(second, 80)} differ only by case"


def _is_left_here(path: str) -> bool:
    return path.rpartition("/")[2] in _LEFT


def _volume_faults(
    read: Mapping[str, bytes], volumes: VolumeList | None, digests: Mapping[str, str | None]
) -> Iterator[str]:
    if volumes is not None:
        yield from volumes.faults(digests)
    elif VOLUMES in read:
        yield f"{VOLUMES} is no list of volumes"


def _file_digest(path: Path) -> str:
    with path.open("rb") as stream:
        return digest_of(stream)


def _files(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield every path below a folder, and whether it is a plain file; links are not followed."""
    for base, folders, names in os.walk(folder):
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            path = Path(base, name)
            is_plain = stat.S_ISREG(path.lstat().st_mode)
            yield path.relative_to(folder).as_posix(), is_plain


def _without_manifest(what: str) -> str:
    return f"this {what} has no {NAME} at its top; {NO_PACKAGE}"
