"""What a path inside a package may look like, so that every system unpacks it to the same file."""

import re
from collections.abc import Iterable, Iterator

from certfolio.intake.attachment_name import is_portable
from certfolio.model.quoting import shown

PATH_LIMIT = 180


def path_fault(path: str) -> str | None:
    """Say why a path could lead out of the folder it is unpacked to, or not be stored there."""
    name = shown(path, 120)
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path):
        return f"{name} is an absolute path"
    if "\\" in path:
        return f"{name} separates folders with backslashes"
    parts = path.split("/")
    if ".." in parts or "." in parts or "" in parts:
        return f"{name} leads out of the package or has an empty step in it"
    if not all(is_portable(part) for part in parts):
        return f"{name} is a name that not every system can hold"
    if len(path) > PATH_LIMIT:
        return f"{name} is longer than {PATH_LIMIT} characters"
    return None


def twins(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are one file where case does not count, as on Windows."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first != path:
            yield first, path
