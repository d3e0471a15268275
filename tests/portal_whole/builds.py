"""Builds portals for tests the way the command does: checked, staged, looked at, published."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from certfolio.pipeline import (
    Built,
    Checked,
    Order,
    PackageOrder,
    Workspace,
    build,
    check,
    package,
)

PROJECT = Path(__file__).resolve().parents[2]
SAMPLE = PROJECT / "content"


def workspace(content: Path) -> Workspace:
    return Workspace(content.parent, content, PROJECT / "schema", (PROJECT / "theme",))


def checked(content: Path) -> Checked:
    """Read and link a content folder that has no problem."""
    result = check(workspace(content), 1, has_digests=False)
    told = "\n".join(str(problem) for problem in result.problems if not problem.is_notice)
    assert result.graph is not None, told
    return result


def publish(content: Path, audiences: Iterable[str], output: Path) -> list[Built]:
    """Publish an edition for each audience below the output folder, judged by the settings' day."""
    result = checked(content)
    assert result.graph is not None
    settings = result.graph.settings
    day = date.fromisoformat(str(settings.as_of))
    known = {audience.name: audience for audience in settings.audiences}
    return [
        build(workspace(content), result, Order(known[name], day, output / name), _silent)
        for name in audiences
    ]


def packed(content: Path, audience: str, folder: Path) -> Path:
    """Seal the package for an audience into a folder, judged by the settings' day; return it."""
    result = checked(content)
    assert result.graph is not None
    settings = result.graph.settings
    (wanted,) = (known for known in settings.audiences if known.name == audience)
    order = Order(wanted, date.fromisoformat(str(settings.as_of)), folder)
    handed = package(
        workspace(content), result, order, PackageOrder(), _silent, write_beside=lambda _: None
    )
    (sealed,) = handed.parts
    return sealed.place


def _silent(_stage: str) -> None:
    pass
