"""Tells whether anybody edited the records while they were read.

Records refer to each other: half of them from before an edit and half from after it would be a
state that nobody ever wrote. Files of records are looked after one by one, while they are copied.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from certfolio.intake.attachment_name import is_junk
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown

State = Mapping[str, tuple[int, int, int]]

_FILES = "files"


def content_state(content: Path) -> State:
    """Return what tells one state of the records from another, by path.

    No link is followed, and what programs leave behind does not count.
    """
    state: dict[str, tuple[int, int, int]] = {}
    waiting = [(content, content.name)]
    while waiting:
        folder, here = waiting.pop()
        # whoever cannot be read, or goes away meanwhile, is told by those who read
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if is_junk(entry.name):
                    continue
                path = f"{here}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    if folder != content or entry.name != _FILES:
                        waiting.append((Path(entry.path), path))
                else:
                    status = entry.stat(follow_symlinks=False)
                    state[path] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return state


def edited(before: State, after: State) -> list[Problem]:
    """Name every record file that came, went or changed between two states."""
    paths = sorted(path for path in before.keys() | after.keys() if _differs(path, before, after))
    return [
        Problem(
            Location(shown(path, len(path))[1:-1]),
            "this was edited while the records were read",
            Code.FILE_CHANGED,
            "records that rest while they are read",
            "save what you are working on, then run the command again",
        )
        for path in paths
    ]


def _differs(path: str, before: State, after: State) -> bool:
    return before.get(path) != after.get(path)
