"""Decides whether a portal may be published to a folder, before anything is written."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop

MARKER = ".certfolio"

_OWN_FOLDER = "a folder of its own, in which nothing else lies"
_FIX = "publish to a new folder, such as output/portal"


@dataclass(frozen=True, slots=True)
class Target:
    """A folder to publish to: how people call it, where it is, for which audience, and what.

    `kind` is a word for what lies there: a portal, or exports.
    """

    name: str
    place: Path
    audience: str
    kind: str = "portal"

    @property
    def marker_text(self) -> str:
        return f"{self.kind} {self.audience}\n"


def chosen_target(
    target: Path, audience: str, *, content: Path, project: Path, kind: str = "portal"
) -> Target:
    """Accept a folder that is new, empty or of this kind and audience; raise Stop otherwise.

    Links on the way to the folder are followed, the folder itself may not be one.
    """
    place = target.absolute()
    place = (place.parent.resolve() / place.name) if place.name != ".." else place.resolve()
    name = _called(place, project.resolve())
    if place.is_symlink():
        raise _refused(f"{name} is a link", "name the folder it leads to")
    for what, kept in kept_folders(content, project):
        if holds(place, kept):
            raise _refused(f"{name} is {what}, or holds it", _FIX)
    if content.resolve() in place.parents:
        raise _refused(f"{name} lies inside the content folder", _FIX)
    nearest = next(parent for parent in place.parents if os.path.lexists(parent))
    if not nearest.is_dir():
        raise _refused(f"{_called(nearest, project.resolve())} is a file", _FIX)
    accepted = Target(name, place, audience, kind)
    check_former(accepted)
    return accepted


def check_former(target: Target) -> None:
    """Refuse a folder whose contents are not of this kind and for this audience."""
    if not os.path.lexists(target.place):
        return
    if not target.place.is_dir() or target.place.is_symlink():
        raise _refused(f"{target.name} is a file", _FIX)
    names = sorted(entry.name for entry in islice(target.place.iterdir(), 1000))
    if not names:
        return
    held = _marked_audience(target.place, target.kind)
    if held is None:
        raise _refused(
            f"{target.name} holds files that are no {target.kind} of ours:"
            f" {', '.join(shown(name) for name in names[:3])}",
            "publish to a new or empty folder, or move these files away",
        )
    if held != target.audience:
        raise Stop(
            ExitCode.DISCLOSURE,
            found=f"{target.name} holds {_a(target.kind)} for the audience {shown(held)},"
            f" and this one is for {shown(target.audience)}",
            expected="a folder of its own for each audience",
            fix=f"publish to another folder, or remove {target.name} by hand first",
        )


def _a(kind: str) -> str:
    return "a portal" if kind == "portal" else kind


def _marked_audience(folder: Path, wanted: str) -> str | None:
    marker = folder / MARKER
    if marker.is_symlink() or not marker.is_file():
        return None
    text = marker.read_bytes()[:1000].decode("utf-8", "replace")
    kind, space, audience = text.removesuffix("\n").partition(" ")
    return audience if kind == wanted and space and audience else None


def kept_folders(content: Path, project: Path) -> Iterator[tuple[str, Path]]:
    """Yield the folders that hold more than a portal, and what people call them."""
    yield "the root of the file system", Path(project.resolve().anchor)
    yield "the content folder", content.resolve()
    yield "the project", project.resolve()
    with suppress(RuntimeError):
        yield "your home folder", Path.home().resolve()


def holds(place: Path, kept: Path) -> bool:
    """Whether a folder is another one, or lies on the way to it."""
    if place == kept or place in kept.parents:
        return True
    with suppress(OSError):
        # the same folder under another spelling or mount
        return any(place.samefile(folder) for folder in (kept, *kept.parents))
    return False


def _called(place: Path, project: Path) -> str:
    if place != project and place.is_relative_to(project):
        return place.relative_to(project).as_posix()
    return str(place)


def _refused(found: str, fix: str) -> Stop:
    return Stop(ExitCode.CONFIGURATION, found=found, expected=_OWN_FOLDER, fix=fix)
