"""The command that starts a workspace."""

import shutil
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.intake.settings import NAME
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.pipeline import Workspace
from certfolio.records import organization, person, site
from certfolio.tasks import option
from certfolio.tasks.editor import editor_settings
from certfolio.tasks.ending import ending
from certfolio.tasks.new import STARTER, schema_line, usable_schemas, write_new, write_record
from certfolio.tasks.record_draft import draft
from certfolio.tasks.terminal import say
from certfolio.tasks.workspace import shipped

_FILES = {"README.md": "README.md", "gitignore": ".gitignore", "tasks.txt": "tasks.py"}
_HELP = {
    "folder": "a folder that is new or empty",
    "with-schema": "copy the schemas too, for editors that check while you type",
    "with-theme": "add a folder for templates and styles of your own",
}


@task(auto_shortflags=False, help=_HELP)
def init(
    _context: Context, folder: str, with_schema: bool = False, with_theme: bool = False
) -> None:
    """Start a workspace that can be checked and built at once."""
    with ending():
        project = _empty(folder)
        schema = project / "schema" if with_schema else shipped("schema")
        if with_schema:
            shutil.copytree(shipped("schema"), schema)
            _write(project / ".vscode" / "settings.json", editor_settings())
        if with_theme:
            _write(project / "theme" / "README.md", _starter("theme.md"))
        place = Workspace(project, project / "content", schema, (shipped("theme"),))
        _write_content(place)
        for source, name in _FILES.items():
            _write(project / name, _starter(source))
        say(f"Started a workspace in {folder}.")
        say(f"Go there with: cd {folder}. Then type: certfolio build")


def _write_content(place: Workspace) -> None:
    """Write the least that a portal can be made of."""
    schemas = usable_schemas(place.schema)
    settings = place.content / NAME
    line = schema_line(place, settings, "portal")
    _write(settings, line + draft("portal", schemas, {"as_of": option.TODAY}))
    write_record(organization.TYPE, place, schemas, "ORG-001")
    write_record(site.TYPE, place, schemas, "SITE-001")
    write_record(
        person.TYPE, place, schemas, "P-001", function="Managing director", top_management=True
    )


def _empty(name: str) -> Path:
    """Return the folder to start in; raise Stop where something is there already."""
    folder = option.folder(name).absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"{shown(name)} is not empty" if folder.is_dir() else f"{shown(name)} is a file",
            expected="a folder that is new or empty",
            fix="name another folder",
        )
    return folder


def _starter(name: str) -> str:
    return (STARTER / name).read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_new(path, text)
