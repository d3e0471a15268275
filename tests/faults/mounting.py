"""Finds out how disks can be mounted that nobody else sees, if at all."""

import subprocess
from functools import cache

# private namespaces: nothing is mounted for anyone else, and nothing is left to unmount
_WAYS = (
    ("unshare", "--mount", "--propagation", "private"),
    ("unshare", "--user", "--map-root-user", "--mount", "--propagation", "private"),
)


@cache
def way_to_mount() -> tuple[str, ...] | None:
    """Return the words before a command that may mount, or None where none may."""
    for way in _WAYS:
        asked = [*way, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        try:
            if subprocess.run(asked, check=False, capture_output=True).returncode == 0:
                return way
        except FileNotFoundError:
            return None
    return None
