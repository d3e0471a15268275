"""Writes an organization whole, and with only what an audience may see."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from certfolio.generation.organization import organization
from certfolio.generation.write import write as write_generated
from certfolio.pipeline import Checked, check
from made import known_standards
from portal_whole.builds import workspace
from portal_whole.plain_content import Content, read, visible_only, write

_ROW = re.compile(r"/records/(\d+)")


def both(
    folder: Path,
    seed: int,
    audience: Mapping[str, Any],
    others: Sequence[Mapping[str, Any]] = (),
) -> tuple[Path, Path]:
    """Write an organization whole, and with only what the audience may see.

    Where a visible record cannot do without a hidden one it is raised to the same level first, in
    both, as content without the hidden one would not be valid.
    """
    write_generated(organization(60, seed, known_standards()), folder / "made")
    content = read(folder / "made")
    content.settings["audiences"] = [audience, *others]
    for turn in range(20):
        reduced = visible_only(content, audience)
        place = write(reduced, folder / f"seen-{turn}" / "content")
        found = check(workspace(place), 1, has_digests=False)
        wanting = set(_ids_with_problems(found, reduced))
        if not wanting:
            return write(content, folder / "all" / "content"), place
        content = content.raised(wanting)
    raise AssertionError("no valid content was left")


def _ids_with_problems(found: Checked, content: Content) -> Iterator[str]:
    parts = {Path("content", part.path).with_suffix("").as_posix(): part for part in content.parts}
    for problem in found.problems:
        if problem.is_notice:
            continue
        part = parts.get(Path(problem.location.path).with_suffix("").as_posix())
        assert part is not None, problem
        row = _ROW.match(problem.location.pointer)
        yield part.rows[int(row[1]) if row else 0]["id"]
