"""The command that starts a record."""

import os
from collections.abc import Mapping
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from certfolio.intake.phrase import did_you_mean
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.model.problem import ExitCode
from certfolio.model.quoting import shown
from certfolio.model.stop import Stop
from certfolio.pipeline import Workspace
from certfolio.records.record_type import RecordType
from certfolio.records.record_types import BY_NAME
from certfolio.reporting.report import Report
from certfolio.tasks import option
from certfolio.tasks.ending import Refused, ending
from certfolio.tasks.next_id import next_id, used_ids
from certfolio.tasks.record_draft import draft
from certfolio.tasks.terminal import answer, say
from certfolio.tasks.workspace import workspace

STARTER = Path(__file__).with_name("starter")
_PROSE = ("policy", "document", "audit", "management-review")
_HELP = {"type": "type of the record, such as risk", "content": option.CONTENT}


@task(auto_shortflags=False, help=_HELP)
def new(_context: Context, type: str, content: str | None = None) -> None:
    """Start a record with the next free id, every property explained."""
    with ending():
        kind = _kind(type)
        place = workspace(content)
        schemas = usable_schemas(place.schema)
        path = write_record(kind, place, schemas, next_id(kind.prefix, used_ids(place.content)))
        answer(f"{path}\n")
        say("Fill it in, then run invoke check.")


def usable_schemas(folder: Path) -> SchemaSet:
    """Load the schemas; raise Refused where they have problems."""
    schemas = load_schemas(folder)
    if schemas.problems:
        raise Refused(Report(schemas.problems, 0))
    return schemas


def write_record(
    kind: RecordType, place: Workspace, schemas: SchemaSet, id: str, **values: object
) -> str:
    """Write a new record file, never over another, and return its path as people call it."""
    folder = place.content / kind.folder
    folder.mkdir(parents=True, exist_ok=True)
    is_prose = kind.name in _PROSE
    path = folder / f"{id}.{'md' if is_prose else 'yaml'}"
    text = draft(kind.name, schemas, {"id": id, **values})
    if is_prose:
        text = f"---\n{text}---\n\n{_body(kind)}"
    else:
        text = schema_line(place, path, kind.name) + text
    write_new(path, text)
    return f"{place.content.name}/{kind.folder}/{path.name}"


def schema_line(place: Workspace, path: Path, schema: str) -> str:
    """Return the line that lets editors find the schema, where the workspace has its own."""
    if place.schema.parent != place.project:
        return ""
    way = os.path.relpath(place.schema / f"{schema}.schema.json", path.parent)
    return f"# yaml-language-server: $schema={Path(way).as_posix()}\n"


def write_new(path: Path, text: str) -> None:
    """Write a text file that is not there yet."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise Stop(
            ExitCode.CONFIGURATION,
            found=f"{path.name} is already there",
            expected="a file that does not exist yet",
            fix="rename or finish that file first",
        ) from None


def _body(kind: RecordType) -> str:
    return (STARTER / f"{kind.name}.md").read_text(encoding="utf-8")


def _kind(name: str, known: Mapping[str, RecordType] = BY_NAME) -> RecordType:
    if name in known:
        return known[name]
    raise Stop(
        ExitCode.CONFIGURATION,
        found=f"{shown(name)} is not a type of record",
        expected=f"one of {', '.join(sorted(known))}",
        fix=did_you_mean(name, known) or "write one of these, such as invoke new risk",
    )
