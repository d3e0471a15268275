"""The stages in order: content in, validated graph out, a published portal at the end."""

from dataclasses import dataclass
from pathlib import Path

from certfolio.intake.collect import collect_files, inspect_files
from certfolio.intake.load import load_records
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.intake.settings import load_settings
from certfolio.linking.graph import RecordGraph
from certfolio.linking.resolve import resolve
from certfolio.linking.settings_check import settings_problems
from certfolio.model.problem import Problem
from certfolio.standards.load import load_standards


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where an organization's material lies: its content, and the schemas that judge it."""

    content: Path
    schema: Path
    themes: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading the content came to; `graph` is None where there is a problem.

    `written` counts the records as their authors wrote them.
    """

    graph: RecordGraph | None
    schemas: SchemaSet
    problems: tuple[Problem, ...]
    written: int = 0

    @property
    def has_problems(self) -> bool:
        return any(not problem.is_notice for problem in self.problems)


def check(workspace: Workspace, jobs: int, *, digests: bool = True) -> Checked:
    """Read, validate and link everything; every problem of every file, sorted by place.

    With `digests` the files are read whole and compared with what was recorded; a build does that
    while it copies them.
    """
    schemas = load_schemas(workspace.schema)
    if schemas.problems:
        return Checked(None, schemas, schemas.problems)
    known, problems = load_standards(workspace.content / "standards", schemas)
    settings = load_settings(workspace.content, schemas)
    loaded = load_records(workspace.content, schemas, jobs)
    problems += loaded.problems
    files = workspace.content / "files"
    problems += inspect_files(files, loaded.records)
    if digests:
        problems += [p for p in collect_files(files, loaded.records)[1] if p not in problems]
    if isinstance(settings, list):
        return Checked(None, schemas, _sorted(problems + settings), loaded.written)
    unknown = settings_problems(settings, known, loaded.records)
    if unknown:
        return Checked(None, schemas, _sorted(problems + unknown), loaded.written)
    declared = known.only(tuple(entry.standard for entry in settings.standards))
    graph, faults = resolve(loaded.records, settings, declared, known, loaded.unusable)
    found = _sorted(problems + faults)
    is_sound = all(problem.is_notice for problem in found)
    return Checked(graph if is_sound else None, schemas, found, loaded.written)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
