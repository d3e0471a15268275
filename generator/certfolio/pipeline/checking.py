"""Content in, validated graph out; or every problem of every file."""

from dataclasses import dataclass, replace

from certfolio.audience.told_check import told_problems
from certfolio.intake.collect import collect_files, inspect_files
from certfolio.intake.content_state import content_state, edited
from certfolio.intake.load import load_records
from certfolio.intake.schema import SchemaSet, load_schemas
from certfolio.intake.settings import load_settings
from certfolio.linking.graph import RecordGraph
from certfolio.linking.prose_check import prose_problems
from certfolio.linking.resolve import resolve
from certfolio.linking.settings_check import settings_problems
from certfolio.model.problem import Problem
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import FILES
from certfolio.standards.load import load_standards


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading the content came to; `graph` is None where there is a problem.

    `written` counts the records as their authors wrote them.
    """

    graph: RecordGraph | None
    schemas: SchemaSet
    problems: tuple[Problem, ...]
    written: int = 0


def check(workspace: Workspace, jobs: int, *, has_digests: bool = True) -> Checked:
    """Read, validate and link everything; every problem of every file, sorted by place.

    With `has_digests` the files are read whole and compared with what was recorded; a build does
    that while it copies them. What is edited meanwhile is read once more, then given up.
    """
    before = content_state(workspace.content)
    for _attempt in range(2):
        checked = _check(workspace, jobs, has_digests=has_digests)
        after = content_state(workspace.content)
        if after == before:
            return checked
        changes, before = edited(before, after), after
    return replace(checked, graph=None, problems=tuple(changes))


def _check(workspace: Workspace, jobs: int, *, has_digests: bool) -> Checked:
    schemas = load_schemas(workspace.schema)
    if schemas.problems:
        return Checked(None, schemas, schemas.problems)
    known, problems = load_standards(workspace.content / "standards", schemas)
    settings = load_settings(workspace.content, schemas)
    loaded = load_records(workspace.content, schemas, jobs)
    problems += loaded.problems
    files = workspace.content / FILES
    problems += inspect_files(files, loaded.records)
    if has_digests:
        problems += collect_files(files, loaded.records)[1]
    if isinstance(settings, list):
        return Checked(None, schemas, sorted_by_place(problems + settings), loaded.written)
    unknown = settings_problems(settings, known, loaded.records)
    unknown += told_problems(settings, known, loaded.records)
    if unknown:
        return Checked(None, schemas, sorted_by_place(problems + unknown), loaded.written)
    declared = known.only(tuple(entry.standard for entry in settings.standards))
    graph, faults = resolve(loaded.records, settings, declared, known, loaded.unusable)
    found = sorted_by_place(problems + faults + prose_problems(graph.records))
    return Checked(None if stops(found) else graph, schemas, found, loaded.written)


def stops(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether one of them is more than a notice."""
    return any(not problem.is_notice for problem in problems)


def sorted_by_place(problems: list[Problem]) -> tuple[Problem, ...]:
    """Each problem once, in the order of places."""
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
