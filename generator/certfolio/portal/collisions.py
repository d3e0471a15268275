"""Finds pages that would be the same file on a system that does not tell upper from lower case."""

from collections.abc import Iterable
from dataclasses import dataclass

from certfolio.model.page import Page


@dataclass(frozen=True, slots=True)
class Collision:
    """Pages that want one path, in the order in which they were made."""

    path: str
    pages: tuple[Page, ...]


def collisions(pages: Iterable[Page]) -> list[Collision]:
    """Return every path that more than one page wants, sorted by path."""
    wanted: dict[str, list[Page]] = {}
    for page in pages:
        wanted.setdefault(page.path.casefold(), []).append(page)
    return [Collision(path, tuple(same)) for path, same in sorted(wanted.items()) if len(same) > 1]
