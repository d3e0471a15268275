"""From the content folder to records: discover, read, validate, render, decode."""

from dataclasses import dataclass, replace
from pathlib import Path

from certfolio.intake.decode import decode
from certfolio.intake.discover import SourceFile, discover, read_bytes
from certfolio.intake.draft import Draft
from certfolio.intake.draft_text import texts_of
from certfolio.intake.parsed import Parsed
from certfolio.intake.read import read_source
from certfolio.intake.register import rows
from certfolio.intake.schema import SchemaSet
from certfolio.intake.validate import validate
from certfolio.model.problem import Problem
from certfolio.records.record import Record
from certfolio.records.record_types import BY_NAME, RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the content folder holds: the records that are valid, and every problem of the rest.

    `written` counts the records as their authors wrote them, valid or not; what is published must
    come to the same number. `unusable` are the ids of records that have a problem.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    written: int
    unusable: frozenset[str] = frozenset()


def load_records(content: Path, schemas: SchemaSet, jobs: int) -> Loaded:
    """Read every record below `content`; a record with a problem is told, never skipped."""
    folders = {row.folder: row.name for row in RECORD_TYPES}
    sources, problems = discover(content, folders)
    read = [_read(source, schemas) for source in sources]
    drafts = [draft for file in read for draft in file.drafts]
    prose, faults = texts_of(drafts, content / "files", jobs)
    problems += [problem for file in read for problem in file.problems] + faults
    records = tuple(
        replace(
            decode(draft.row.value, draft.kind.record, draft.origin), prose=prose.get(draft.key)
        )
        for draft in drafts
    )
    unusable = frozenset(id for file in read for id in file.unusable)
    return Loaded(records, tuple(problems), sum(file.written for file in read), unusable)


def read_file(path: str, file: Path, kind: str = "") -> Parsed | list[Problem]:
    """Read one content file once, following no link; whoever cannot read it is told which."""
    data = read_bytes(SourceFile(path, file, kind))
    return [data] if isinstance(data, Problem) else read_source(path, data)


@dataclass(frozen=True, slots=True)
class _File:
    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    written: int
    unusable: tuple[str, ...]


def _read(source: SourceFile, schemas: SchemaSet) -> _File:
    parsed = read_file(source.path, source.file, source.kind)
    if isinstance(parsed, list):
        return _File((), tuple(parsed), 1, _ids_in_name(source.file.stem))
    found, problems = rows(parsed)
    kind = BY_NAME[source.kind]
    judged = [
        (row, validate(row.value, row.pointer, kind.name, row.places, schemas)) for row in found
    ]
    # a fault in defaults: stands in every row and is told once
    problems += dict.fromkeys(fault for _, faults in judged for fault in faults)
    return _File(
        drafts=tuple(Draft(kind, row, parsed) for row, faults in judged if not faults),
        problems=tuple(problems),
        written=len(found),
        unusable=tuple(str(row.value.get("id")) for row, faults in judged if faults),
    )


def _ids_in_name(stem: str) -> tuple[str, ...]:
    """Return what the id may be in a file nobody can read: DOC-014 in DOC-014-calibration."""
    parts = stem.split("-")
    return tuple("-".join(parts[:length]) for length in range(1, len(parts) + 1))
