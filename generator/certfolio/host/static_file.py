"""Puts the theme's styles, fonts and pictures into the portal."""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from certfolio.host.failure import RenderFailed

FOLDER = "theme"
STYLE_SHEET = "style.css"
_LAYERS = PurePosixPath("layers.css")
_PAGES = PurePosixPath("pages")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)


def copy_static_files(themes: Sequence[Path], staging: Path) -> None:
    """Copy `static/` of every theme to `theme/` and write its style sheets there.

    Where two themes have a file, the first theme's is taken. Hidden files are left out and links
    are refused. A script file is refused too: mail gateways turn away packages that hold one, so
    scripts live in the pages.
    """
    chosen = chosen_files(themes, "static")
    refused = [reason for reason in map(_complaint, chosen.items()) if reason is not None]
    if refused:
        raise RenderFailed(refused)
    (staging / FOLDER).mkdir(exist_ok=True)
    for name, text in style_sheets(themes).items():
        (staging / FOLDER / name).write_bytes(text.encode())
    for relative, source in chosen.items():
        destination = staging / FOLDER / relative
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, destination, follow_symlinks=False)


def style_sheets(themes: Sequence[Path]) -> Mapping[str, str]:
    """Return the style sheets by name, without remarks and indents.

    What lies below `styles/` is joined to the one that every page has. The file that names the
    layers comes first, so that the order of all others means nothing. Each file in `styles/pages/`
    is a sheet of its own for the few pages that name it.
    """
    chosen = chosen_files(themes, "styles")
    own = {path: file for path, file in chosen.items() if _is_own(path)}
    joined = sorted(chosen.keys() - own.keys(), key=lambda path: (path != _LAYERS, path))
    shared = "\n".join(_text(chosen[path]) for path in joined)
    sheets = {path.name: _lean(_text(file)) for path, file in sorted(own.items())}
    return {STYLE_SHEET: _lean(shared), **sheets}


def _is_own(path: PurePosixPath) -> bool:
    return path.parent == _PAGES and path.name != STYLE_SHEET


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _lean(styles: str) -> str:
    """Take out remarks and indents, which are for us: a slow file share need not carry them."""
    lines = _REMARK.sub("", styles).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())


def chosen_files(themes: Sequence[Path], folder: str) -> Mapping[PurePosixPath, Path]:
    """Return the files below a folder of the themes by their path; the first theme that has one
    gives it.
    """
    chosen: dict[PurePosixPath, Path] = {}
    for theme in themes:
        for relative, source in _files(theme / folder):
            chosen.setdefault(relative, source)
    return chosen


def _files(folder: Path) -> Iterator[tuple[PurePosixPath, Path]]:
    for path in sorted(folder.rglob("*")):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        is_hidden = any(part.startswith(".") for part in relative.parts)
        if not is_hidden and (path.is_symlink() or not path.is_dir()):
            yield relative, path


def _complaint(chosen: tuple[PurePosixPath, Path]) -> str | None:
    relative, source = chosen
    if source.is_symlink() or not source.is_file():
        return f"static/{relative} of the theme is not a plain file"
    if relative.suffix.lower() in {".js", ".mjs", ".cjs"}:
        return f"static/{relative} of the theme is a script file; scripts belong into the pages"
    if relative.suffix.lower() == ".css":
        return f"static/{relative} of the theme: styles belong below styles/"
    return None
