"""Looks into the files of records before they are accepted."""

from dataclasses import dataclass

from certfolio.evidence_scan.files import ScannedFile, scan_files
from certfolio.intake.load import load_records
from certfolio.intake.schema import load_schemas
from certfolio.model.problem import Problem
from certfolio.pipeline.checking import sorted_by_place
from certfolio.pipeline.workspace import Workspace
from certfolio.portal.assemble import FILES
from certfolio.records.record import Record


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the files of the valid records carry; `problems` are those of records not looked at."""

    records: tuple[Record, ...]
    files: tuple[ScannedFile, ...]
    problems: tuple[Problem, ...]


def scan(workspace: Workspace, jobs: int, only: str | None = None) -> Scanned:
    """Look into the files of all valid records, or of the one with the id `only`.

    Nothing needs to be linked or complete for it: files are looked at before they are accepted.
    """
    schemas = load_schemas(workspace.schema)
    if schemas.problems:
        return Scanned((), (), schemas.problems)
    loaded = load_records(workspace.content, schemas, jobs)
    wanted = [record for record in loaded.records if only in (None, record.id)]
    files = scan_files(workspace.content / FILES, wanted)
    return Scanned(loaded.records, files, sorted_by_place(list(loaded.problems)))
