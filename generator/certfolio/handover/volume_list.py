"""What the volumes of one package know of each other: VOLUMES.json in each of them.

The digests of the zips cannot stand in it, as each would have to hold its own; those of the files
can, so that a volume that was changed together with its manifest does not fit the others.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NAME = "VOLUMES.json"


@dataclass(frozen=True, slots=True)
class VolumeList:
    """Which volume this is, counted from one, the names of all, and where each file lies.

    `files` says by path in the package the number of the volume and the SHA-256.
    """

    number: int
    names: tuple[str, ...]
    files: Mapping[str, tuple[int, str]]

    @property
    def data(self) -> bytes:
        said = {"volume": self.number, "volumes": self.names, "files": self.files}
        return f"{json.dumps(said, indent=1, sort_keys=True)}\n".encode()

    @property
    def words(self) -> str:
        return f"volume {self.number} of {len(self.names)}"

    def faults(self, digests: Mapping[str, str | None]) -> Iterator[str]:
        """Say which files of this volume are not the ones that all volumes know."""
        for path, (number, digest) in sorted(self.files.items()):
            if number == self.number and digests.get(path) != digest:
                yield f"{path} is not the file that the volumes agree on"
            if number != self.number and path in digests:
                yield f"{path} belongs to volume {number}"

    def fits(self, other: "VolumeList") -> bool:
        """Whether both were made together."""
        return (self.names, self.files) == (other.names, other.files)


def read_volume_list(data: bytes) -> VolumeList | None:
    """Read a list of volumes; None where it is none of ours."""
    try:
        said = json.loads(data)
        names = tuple(str(name) for name in said["volumes"])
        files = {str(path): (int(n), str(digest)) for path, (n, digest) in said["files"].items()}
        found = VolumeList(int(said["volume"]), names, files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    is_sound = 1 <= found.number <= len(names) == len(set(names))
    return found if is_sound and all(map(_is_plain, names)) else None


def _is_plain(name: str) -> bool:
    """Whether a name stays in its folder, as it is looked for beside the volume."""
    return name.endswith(".zip") and not set(name) & set("/\\:\0") and not name.startswith(".")
