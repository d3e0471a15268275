"""A small package as the program makes it, and ways to spoil it."""

import struct
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from certfolio.handover.archive import write_archive
from certfolio.handover.manifest import NAME, manifest_text

PAGES: Mapping[str, bytes] = {
    "START-HERE.html": b"<!doctype html><title>Start</title>",
    "portal/index.html": b"<!doctype html>" + b"<p>word word</p>" * 200,
    "portal/files/e-001-1-certificate.pdf": b"%PDF-1.7 " + bytes(range(256)) * 4,
}


def package(
    folder: Path, pages: Mapping[str, bytes] = PAGES, manifest: bytes | None = None
) -> Path:
    """Write a package; `manifest` takes the place of the true one."""
    true = manifest_text({path: sha256(data).hexdigest() for path, data in pages.items()})
    whole = {**pages, NAME: true.encode() if manifest is None else manifest}
    sources = folder / "sources"
    sources.mkdir(exist_ok=True)
    files = {}
    for number, (path, data) in enumerate(whole.items()):
        source = sources / f"{number}{Path(path).suffix}"
        source.write_bytes(data)
        files[path] = source
    made = folder / "package.zip"
    made.unlink(missing_ok=True)
    write_archive(files, made)
    return made


def rewritten(made: Path, change: Callable[[bytes], bytes]) -> Path:
    """Write the package again with its bytes changed."""
    spoiled = made.with_name("spoiled.zip")
    spoiled.write_bytes(change(made.read_bytes()))
    return spoiled


def with_entry(
    made: Path, name: str, data: bytes = b"x", *, mode: int = 0o100644, comment: bytes = b""
) -> Path:
    """Write the package again by another program, with an entry more."""
    spoiled = made.with_name("spoiled.zip")
    with zipfile.ZipFile(made) as former, zipfile.ZipFile(spoiled, "w") as archive:
        for entry in former.infolist():
            archive.writestr(entry, former.read(entry))
        added = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        added.create_system = 3
        added.external_attr = mode << 16
        added.comment = comment
        archive.writestr(added, data)
    return spoiled


def renamed(made: Path, old: bytes, new: bytes) -> Path:
    """Give an entry a name of the same length, in both of its headers."""
    assert len(old) == len(new)
    return rewritten(made, lambda data: data.replace(old, new))


def end_record(data: bytes) -> tuple[int, int, int]:
    """Return number of entries, size and place of the directory, as the end record says."""
    number, size, begins = struct.unpack_from("<HLL", data, len(data) - 12)
    return number, size, begins
