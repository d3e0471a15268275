"""Reads the files of a finished portal a second time, and compares them with what was copied."""

from collections.abc import Mapping
from pathlib import Path

from certfolio.handover.manifest import digest_of
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop

_NAMED = 3


def check_copies(folder: Path, expected: Mapping[str, str]) -> None:
    """Raise Stop unless the folder holds exactly these files with these SHA-256 digests."""
    found = {path.name: path for path in folder.iterdir()}
    changed = [name for name in sorted(expected) if not _is_as_copied(folder / name, expected)]
    changed += sorted(found.keys() - expected.keys())
    if changed:
        raise Stop(
            ExitCode.VERIFICATION,
            found="files are not what was copied a moment ago: "
            + ", ".join(shown(name, 120) for name in changed[:_NAMED]),
            expected="a disk that keeps what is written to it, and nobody who changes it meanwhile",
            fix="look after the disk and the virus scanner, then run the command again",
        )


def _is_as_copied(path: Path, expected: Mapping[str, str]) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return digest_of(stream) == expected[path.name]
