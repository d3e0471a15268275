"""Refuses pages whose file names would clash or could not be stored everywhere."""

from collections.abc import Iterable

from certfolio.intake.attachment_name import is_portable

PATH_LIMIT = 180


def path_complaints(paths: Iterable[str]) -> list[str]:
    """Say which page paths are used twice, whatever their case, or are not portable."""
    complaints: list[str] = []
    taken: dict[str, str] = {}
    for path in paths:
        if not _is_portable_page(path):
            complaints.append(f"page {path!r} does not have a portable file name")
        first = taken.get(path.casefold())
        if first is not None:
            complaints.append(f"pages {first!r} and {path!r} would be the same file")
        taken.setdefault(path.casefold(), path)
    return complaints


def _is_portable_page(path: str) -> bool:
    parts = path.split("/")
    return (
        path.endswith(".html")
        and len(path) <= PATH_LIMIT
        and len(parts) <= 2
        and all(is_portable(part) for part in parts)
    )
