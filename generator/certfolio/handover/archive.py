"""Writes a package as a zip whose bytes depend on its contents and on zlib, on nothing else."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# the first moment a zip can name: no clock and no time zone gets in
_MOMENT = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_UTF_8 = 0x800
_ONCE = 1 << 20
_COMPRESSED = frozenset(
    {".7z", ".docx", ".gif", ".gz", ".jpeg", ".jpg", ".mp4", ".odp", ".ods", ".odt"}
    | {".pdf", ".png", ".pptx", ".webp", ".xlsx", ".zip"}
)


class _Entry(ZipInfo):
    """An entry that says its name is UTF-8 whatever letters it has, as strict readers ask."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the library's name
        return self.filename.encode("utf-8"), self.flag_bits | _UTF_8


def write_archive(files: Mapping[str, Path], destination: Path) -> None:
    """Write files into a zip at their paths, in the order of the paths, and flush it to the disk.

    What is compressed already is stored. Constant memory; zip64 only where a size asks for it.
    """
    with destination.open("xb") as stream:
        with ZipFile(stream, "w", allowZip64=True) as archive:
            for path in sorted(files):
                _add(archive, path, files[path])
        stream.flush()
        os.fsync(stream.fileno())


def _add(archive: ZipFile, path: str, source: Path) -> None:
    entry = _Entry(path, _MOMENT)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    is_compressed = source.suffix.lower() in _COMPRESSED
    entry.compress_type = ZIP_STORED if is_compressed else ZIP_DEFLATED
    with source.open("rb") as reading:
        # known before, so that zip64 is chosen by the size and not by guess
        entry.file_size = os.fstat(reading.fileno()).st_size
        with archive.open(entry, "w") as writing:
            shutil.copyfileobj(reading, writing, _ONCE)
