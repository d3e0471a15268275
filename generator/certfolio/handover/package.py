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
from certfolio.handover.manifest import NAME, TAG_NAME, digest_of, manifest_text, root_of
from certfolio.handover.verify import Verified, verify_folder, verify_zip
from certfolio.intake.attachment_name import is_junk, slug
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
    def stem(self) -> str:
        """The name without an ending: that of a plain folder."""
        parts = (
            slug(self.organization)[:_LONGEST_NAME].strip("-") or "portal",
            *(standard.removeprefix("iso-") for standard in self.standards),
            slug(self.audience),
            self.as_of.isoformat(),
            self.build_id,
        )
        return "-".join(parts)

    @property
    def file_name(self) -> str:
        return f"{self.stem}.zip"

    def volume_names(self, total: int) -> tuple[str, ...]:
        """Return the names of the zips where one is not enough."""
        numbers = range(1, total + 1)
        return tuple(f"{self.stem}-volume-{number}-of-{total}.zip" for number in numbers)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package on the disk: where it is, its SHA-256, and how much it holds.

    A folder has no digest of its own: that of its manifest, which lists all else, stands for it.
    """

    place: Path
    digest: str
    manifest: str
    files: int
    octets: int

    @property
    def measured(self) -> Path:
        """The file whose digest it is: the zip, or the list of files of a folder."""
        return self.place / root_name(self.place) if self.place.is_dir() else self.place


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


def gathered(
    portal: Path, notes: Mapping[str, bytes], layout: Layout, scratch: Path
) -> dict[str, Path]:
    """Return every file of a package by its path there: portal, notes and what lists them.

    What is not in the portal is written to `scratch`, a folder that goes away afterwards.
    """
    files = dict(_portal_files(portal, layout.value))
    for name, data in {**notes, **_bag_notes(layout, files)}.items():
        (scratch / name).write_bytes(data)
        files[name] = scratch / name
    for name, text in _manifests(files, layout).items():
        (scratch / name).write_bytes(text.encode())
        files[name] = scratch / name
    return files


def seal(files: Mapping[str, Path], destination: Path) -> Sealed:
    """Write the files of a package into a zip that is not there yet, and read it again strictly."""
    write_archive(files, destination)
    return _sealed(destination, verify_zip(destination), len(files))


def lay_out(files: Mapping[str, Path], destination: Path) -> Sealed:
    """Move the files of a package into a folder that is not there yet, and read them again."""
    for path, source in sorted(files.items()):
        place = destination / path
        place.parent.mkdir(parents=True, exist_ok=True)
        source.replace(place)
    return _sealed(destination, verify_folder(destination), len(files))


def write_digests(sealed: Sequence[Sealed], beside: Path) -> Path:
    """Write the digests of packages for `sha256sum -c`, as `beside` with an ending."""
    folder = beside.parent
    lines = (f"{each.digest}  {each.measured.relative_to(folder).as_posix()}\n" for each in sealed)
    path = beside.with_name(f"{beside.name}.sha256")
    write_durably(path, "".join(lines))
    return path


def root_name(folder: Path) -> str:
    """Return the name of the file whose digest stands for an unpacked package."""
    return root_of(name for name in (NAME, TAG_NAME) if (folder / name).is_file())


def _portal_files(portal: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    """Yield what is shipped of a portal: neither our own mark on the folder nor what systems leave.

    Finder and Explorer may put their files into any folder at any moment.
    """
    for base, _folders, names in os.walk(portal):
        for name in names:
            path = Path(base, name)
            relative = path.relative_to(portal).as_posix()
            if not any(map(is_junk, relative.split("/"))):
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


def _sealed(place: Path, verified: Verified, files: int) -> Sealed:
    # one manifest, the outermost, is listed nowhere
    if verified.faults or verified.files != files - 1:
        raise SealBroken(verified.faults or ("not every file is in the package",))
    assert verified.manifest is not None
    digest = verified.digest or verified.manifest
    return Sealed(place, digest, verified.manifest, verified.files, verified.octets)
