"""Seals a finished portal into one file that its receiver can check with stock tools."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from pathlib import Path

from certfolio.handover.archive import write_archive
from certfolio.handover.durable import write_durably
from certfolio.handover.manifest import NAME, TAG_NAME, digest_of, manifest_text
from certfolio.handover.verify import Verified, verify_zip
from certfolio.intake.attachment_name import slug
from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop

_LONGEST_NAME = 60


class Layout(Enum):
    """Where the portal lies in a package: below `portal/`, or as the payload of a BagIt bag."""

    PLAIN = "portal"
    BAGIT = "data"


@dataclass(frozen=True, slots=True)
class Label:
    """What the name of a package says; the same content gives the same name."""

    organization: str
    standards: tuple[str, ...]
    audience: str
    as_of: date
    build_id: str

    @property
    def file_name(self) -> str:
        parts = (
            slug(self.organization)[:_LONGEST_NAME].strip("-") or "portal",
            *(standard.removeprefix("iso-") for standard in self.standards),
            slug(self.audience),
            self.as_of.isoformat(),
            self.build_id,
        )
        return "-".join(parts) + ".zip"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package on the disk: where it is, its SHA-256, and how much it holds."""

    place: Path
    digest: str
    manifest: str
    files: int
    octets: int


class SealBroken(Stop):
    """The package that was just written is not what was to be written."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(
            ExitCode.VERIFICATION,
            found=f"the package cannot be read back as it was written: {'; '.join(faults[:3])}",
            expected="a disk that keeps what is written to it",
            fix="run the command again; if it happens again, write to another disk (--output)",
        )
        self.faults = tuple(faults)


def seal(
    portal: Path, notes: Mapping[str, bytes], destination: Path, layout: Layout, scratch: Path
) -> Sealed:
    """Write a portal and the notes that lie beside it into a package, and its digest beside that.

    The finished file is read again by the strict reader. `destination` is not there yet; `scratch`
    is a folder that goes away afterwards, as the destination's does on any failure.
    """
    files = dict(_portal_files(portal, layout.value))
    for name, data in {**notes, **_bag_notes(layout, files)}.items():
        (scratch / name).write_bytes(data)
        files[name] = scratch / name
    for name, text in _manifests(files, layout).items():
        (scratch / name).write_bytes(text.encode())
        files[name] = scratch / name
    write_archive(files, destination)
    verified = verify_zip(destination)
    _expect_whole(verified, len(files))
    assert verified.digest is not None and verified.manifest is not None
    write_durably(
        destination.with_name(f"{destination.name}.sha256"),
        f"{verified.digest}  {destination.name}\n",
    )
    return Sealed(destination, verified.digest, verified.manifest, verified.files, verified.octets)


def _portal_files(portal: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    """Yield what is shipped of a portal: everything but our own mark on the folder."""
    for base, _folders, names in os.walk(portal):
        for name in names:
            path = Path(base, name)
            relative = path.relative_to(portal).as_posix()
            if not relative.startswith("."):
                yield f"{prefix}/{relative}", path


def _bag_notes(layout: Layout, files: Mapping[str, Path]) -> Mapping[str, bytes]:
    """Return the two files that make a folder a bag (RFC 8493, sections 2.1.1 and 2.2.2)."""
    if layout is not Layout.BAGIT:
        return {}
    octets = sum(path.stat().st_size for path in files.values())
    return {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": f"Payload-Oxum: {octets}.{len(files)}\n".encode(),
    }


def _manifests(files: Mapping[str, Path], layout: Layout) -> Mapping[str, str]:
    digests = {path: _digest(source) for path, source in files.items()}
    if layout is Layout.PLAIN:
        return {NAME: manifest_text(digests)}
    payload = {path: digest for path, digest in digests.items() if path.startswith("data/")}
    text = manifest_text(payload)
    tags = {path: digest for path, digest in digests.items() if path not in payload}
    tags[NAME] = _digest_of_text(text)
    return {NAME: text, TAG_NAME: manifest_text(tags)}


def _digest_of_text(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return digest_of(stream)


def _expect_whole(verified: Verified, files: int) -> None:
    # one manifest, the outermost, is listed nowhere
    if verified.faults or verified.files != files - 1:
        raise SealBroken(verified.faults or ("not every file is in the package",))
