"""Copies the theme's styles, fonts and pictures into the portal."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from certfolio.host.failure import RenderFailed

FOLDER = "theme"


def copy_static_files(themes: Sequence[Path], staging: Path) -> None:
    """Copy `static/` of every theme to `theme/`; where two have a file, the first theme's is taken.

    Hidden files are left out and links are refused. A script file is refused too: mail gateways
    turn away packages that hold one, so scripts live in the pages.
    """
    chosen: dict[PurePosixPath, Path] = {}
    for theme in themes:
        for relative, source in _files(theme / "static"):
            chosen.setdefault(relative, source)
    complaints = [_complaint(relative, source) for relative, source in chosen.items()]
    refused = [complaint for complaint in complaints if complaint is not None]
    if refused:
        raise RenderFailed(refused)
    for relative, source in chosen.items():
        destination = staging / FOLDER / relative
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, destination, follow_symlinks=False)


def _files(static: Path) -> Iterator[tuple[PurePosixPath, Path]]:
    for path in sorted(static.rglob("*")):
        relative = PurePosixPath(path.relative_to(static).as_posix())
        is_hidden = any(part.startswith(".") for part in relative.parts)
        if not is_hidden and (path.is_symlink() or not path.is_dir()):
            yield relative, path


def _complaint(relative: PurePosixPath, source: Path) -> str | None:
    if source.is_symlink() or not source.is_file():
        return f"static/{relative} of the theme is not a plain file"
    if relative.suffix.lower() in {".js", ".mjs", ".cjs"}:
        return f"static/{relative} of the theme is a script file; scripts belong into the pages"
    return None
