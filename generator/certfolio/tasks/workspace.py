"""Finds the folders of the workspace a command is called in."""

from pathlib import Path

from certfolio.model.problem import ExitCode
from certfolio.model.stop import Stop
from certfolio.pipeline import Workspace

_PACKAGE = Path(__file__).resolve().parents[1]


def workspace(content: str | None) -> Workspace:
    """Return the workspace around the current folder.

    `schema/` and `theme/` of the folder go before those of the program; a theme may hold only the
    templates it wants to replace.
    """
    project = Path.cwd()
    folder = Path(content) if content else project / "content"
    if not folder.is_dir():
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"there is no folder {content or 'content'} here",
            expected="a folder with portal.yaml and the folders of the records",
            fix="go to your workspace, name the folder with --content, or run certfolio init",
        )
    own_schema, own_theme = project / "schema", project / "theme"
    shipped_theme = shipped("theme")
    themes = [own_theme] if own_theme.is_dir() and own_theme != shipped_theme else []
    return Workspace(
        project=project,
        content=folder.absolute(),
        schema=own_schema if own_schema.is_dir() else shipped("schema"),
        themes=(*themes, shipped_theme),
    )


def shipped(name: str) -> Path:
    """Return the schema or theme folder that belongs to this program.

    It lies inside the installed package, or at the top of a checkout.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name
