"""Finds the id that the next record of a type gets."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from certfolio.intake.discover import discover
from certfolio.intake.load import read_file
from certfolio.intake.register import rows
from certfolio.records.record_types import BY_FOLDER

_WIDTH = 3


def used_ids(content: Path) -> Iterator[str]:
    """Return every id below content/, and what may be one at the start of a file's name."""
    sources, _problems = discover(content, {row.folder: row.name for row in BY_FOLDER.values()})
    for source in sources:
        yield source.file.stem
        parsed = read_file(source.path, source.file)
        if not isinstance(parsed, list):
            yield from (str(row.value.get("id")) for row in rows(parsed)[0])


def next_id(prefix: str, used: Iterable[str]) -> str:
    """Return the id after the highest one in use, as wide as the widest: R-019 after R-018."""
    pattern = re.compile(rf"{re.escape(prefix)}-([0-9]+)(?![0-9])", re.IGNORECASE)
    numbers = [match[1] for match in map(pattern.match, used) if match]
    highest = max(map(int, numbers), default=0)
    width = max(map(len, numbers), default=_WIDTH)
    return f"{prefix}-{highest + 1:0{width}d}"
