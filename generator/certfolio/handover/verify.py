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

from certfolio.handover.manifest import NAME, digest_of, read_manifest
from certfolio.handover.package_name import path_fault, twins
from certfolio.handover.zip_layout import ZipFault
from certfolio.handover.zip_reader import entry_chunks, entry_digest, read_entries
from certfolio.model.quoting import shown

_MOST_MANIFEST = 64 * 10**6


@dataclass(frozen=True, slots=True)
class Verified:
    """What a comparison came to: the faults, all of them, and how much was compared.

    `digest` is the SHA-256 of the zip itself, None for a folder; `manifest` that of the manifest.
    """

    faults: tuple[str, ...]
    files: int
    octets: int
    digest: str | None
    manifest: str | None

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
    manifest = folder / NAME
    faults = [f"{shown(path, 120)} is no plain file" for path, is_plain in found if not is_plain]
    plain = [path for path, is_plain in found if is_plain]
    if NAME not in plain:
        return Verified((_without_manifest("folder"),), 0, 0, None, None)
    if manifest.stat().st_size > _MOST_MANIFEST:
        return Verified((f"{NAME} is too large to be a manifest",), 0, 0, None, None)
    data = manifest.read_bytes()
    digests: dict[str, str] = {}
    octets = 0
    for path in plain:
        if path != NAME:
            with (folder / path).open("rb") as stream:
                digests[path] = digest_of(stream)
                octets += os.fstat(stream.fileno()).st_size
    faults.extend(fault for path in plain if (fault := path_fault(path)) is not None)
    faults.extend(_compared(data, digests))
    return Verified(tuple(faults), len(digests), octets, None, hashlib.sha256(data).hexdigest())


def _verified_zip(stream: BinaryIO, digest: str) -> Verified:
    entries = read_entries(stream)
    by_name = {entry.name: entry for entry in entries}
    manifest = by_name.get(NAME)
    if manifest is None:
        return Verified((_without_manifest("zip"),), 0, 0, digest, None)
    if manifest.size > _MOST_MANIFEST:
        raise ZipFault(f"{NAME} is too large to be a manifest")
    data = b"".join(entry_chunks(stream, manifest))
    faults: list[str] = []
    digests: dict[str, str] = {}
    for entry in entries:
        try:
            digests[entry.name] = entry_digest(stream, entry)
        except ZipFault as fault:
            faults.append(str(fault))
            digests[entry.name] = ""
    digests.pop(NAME)
    octets = sum(entry.size for entry in entries if entry.name != NAME)
    damaged = frozenset(path for path, value in digests.items() if not value)
    faults.extend(_compared(data, digests, damaged))
    return Verified(tuple(faults), len(digests), octets, digest, hashlib.sha256(data).hexdigest())


def _compared(
    manifest: bytes, digests: Mapping[str, str], damaged: Iterable[str] = ()
) -> Iterator[str]:
    """Say what differs; files in `damaged` were told already."""
    expected, faults = read_manifest(manifest)
    yield from (f"{NAME}: {fault}" for fault in faults)
    for path in sorted(expected.keys() - digests.keys()):
        yield f"{path} is missing"
    for path in sorted(digests.keys() - expected.keys()):
        yield f"{shown(path, 120)} is not in the manifest: it was added"
    for path in sorted(expected.keys() & digests.keys()):
        if path not in damaged and digests[path] != expected[path]:
            yield f"{path} was changed"
    for first, second in twins(digests):
        yield f"{shown(first, 80)} and {shown(second, 80)} differ only by case"


def _files(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield every path below a folder, and whether it is a plain file; links are not followed."""
    for base, folders, names in os.walk(folder):
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            path = Path(base, name)
            is_plain = stat.S_ISREG(path.lstat().st_mode)
            yield path.relative_to(folder).as_posix(), is_plain


def _without_manifest(what: str) -> str:
    return f"this {what} has no {NAME} at its top; it is no package of certfolio"
