"""Finds the file that a path to nothing was probably meant to name."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches


class NearFiles:
    """Looks for the same name in another folder, then for a near one in the same folder.

    Nothing further away is compared: thousands of links among thousands of files take no time.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_folder: dict[str, dict[str, str]] = defaultdict(dict)
        for path in paths:
            folder, name = posixpath.split(path)
            self._by_name[name.casefold()].append(path)
            self._by_folder[folder][name.casefold()] = path

    def nearest(self, path: str) -> str | None:
        """Return the file that was meant, None where that is anybody's guess."""
        folder, name = posixpath.split(path)
        same = self._by_name.get(name.casefold(), [])
        if len(same) == 1:
            return same[0]
        beside = self._by_folder.get(folder, {})
        close = get_close_matches(name.casefold(), beside, n=1, cutoff=0.7)
        return beside[close[0]] if close else None
