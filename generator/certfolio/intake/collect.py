"""Collects the files that records name: judged, hashed, and copied in the same pass."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from certfolio.intake.attachment import Fingerprint, fingerprint, inspect, total_fault
from certfolio.intake.attachment_fault import FileFault
from certfolio.intake.attachment_name import portable_name, twins
from certfolio.intake.attachment_search import survey
from certfolio.intake.attachment_type import is_macro_type
from certfolio.model.location import Location
from certfolio.model.problem import Code, Problem
from certfolio.model.quoting import shown
from certfolio.records.controlled_document import ControlledDocument
from certfolio.records.evidence import Evidence
from certfolio.records.part import FileEntry
from certfolio.records.record import Record


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file as one record names it; `number` counts the record's files from one."""

    record: Record
    number: int
    entry: FileEntry

    @property
    def key(self) -> tuple[str, str]:
        return self.record.id, self.entry.path

    @property
    def place(self) -> Location:
        return self.record.origin.place(f"/files/{self.number - 1}/path")

    @property
    def allows_macros(self) -> bool:
        return self.entry.macros_allowed is not None

    @property
    def portable_name(self) -> str:
        return portable_name(self.record.id, self.number, self.entry.path.rpartition("/")[2])


def files_of(record: Record) -> tuple[FileEntry, ...]:
    """Return the files of a record; most types have none."""
    return record.files if isinstance(record, Evidence | ControlledDocument) else ()


def named_files(records: Iterable[Record]) -> Iterator[NamedFile]:
    for record in records:
        for number, entry in enumerate(files_of(record), start=1):
            yield NamedFile(record, number, entry)


def inspect_files(root: Path, records: Iterable[Record]) -> list[Problem]:
    """Judge every named file without reading it whole; also tell what lies there unused."""
    named = list(named_files(records))
    problems = []
    sizes = {}
    for file in named:
        result = inspect(root, file.entry.path, allows_macros=file.allows_macros)
        faults = list(result) if isinstance(result, list) else list(result.notices)
        problems += [_problem(file.place, fault) for fault in faults]
        if file.allows_macros and not is_macro_type(file.entry.path):
            problems.append(_needless(file))
        if not isinstance(result, list):
            sizes[file.entry.path] = result.size
    double = twins({file.entry.path for file in named})
    problems += [
        _problem(file.place, double[file.entry.path]) for file in named if file.entry.path in double
    ]
    problems += _same_names(named)
    total = total_fault(sizes)
    if total is not None:
        problems.append(_problem(Location("content/files"), total))
    return problems + _unused(root, {file.entry.path for file in named})


def collect_files(
    root: Path, records: Iterable[Record], copy_to: Path | None = None
) -> tuple[dict[tuple[str, str], Fingerprint], list[Problem]]:
    """Hash every named file, compare with the recorded digest, and copy it where asked.

    Returns the fingerprints by (record id, path).
    """
    prints: dict[tuple[str, str], Fingerprint] = {}
    problems: list[Problem] = []
    for file in named_files(records):
        if file.key in prints:
            problems.append(_twice(file))
            continue
        target = None if copy_to is None else copy_to / file.portable_name
        result = fingerprint(root, file.entry.path, target, allows_macros=file.allows_macros)
        if isinstance(result, list):
            problems += [_problem(file.place, fault) for fault in result]
        elif file.entry.sha256 not in (None, result.sha256):
            problems.append(_other_file(file, result))
        else:
            prints[file.key] = result
    return prints, problems


def portable_names(records: Iterable[Record]) -> Mapping[tuple[str, str], str]:
    """Return the name in the portal of every named file, by (record id, path)."""
    return {file.key: file.portable_name for file in named_files(records)}


def _problem(place: Location, fault: FileFault) -> Problem:
    return Problem(
        place, fault.found, fault.code, fault.expected, fault.fix, is_notice=fault.is_notice
    )


def _unused(root: Path, used: set[str]) -> list[Problem]:
    listing = survey(root)
    junk = [_notice(path, Code.IGNORED, "is left behind by a program") for path in listing.junk]
    orphans = [
        _notice(path, Code.ORPHAN, "is named by no record and will not be in the portal")
        for path in listing.files
        if path not in used
    ]
    return junk + orphans


def _notice(path: str, code: Code, what: str) -> Problem:
    return Problem(
        Location(f"content/files/{shown(path, len(path))[1:-1]}"),
        f"{shown(path, 120)} {what}",
        code,
        "files that a record names",
        "name it in the files: of a record, or remove it",
        is_notice=True,
    )


def _same_names(named: list[NamedFile]) -> list[Problem]:
    """Find files of two records that would be one file in the portal, such as E-1 and E-1-1."""
    first: dict[str, NamedFile] = {}
    problems = []
    for file in named:
        other = first.setdefault(file.portable_name, file)
        if other.key != file.key:
            found = (
                f"{shown(file.entry.path, 120)} would be called {file.portable_name} in the portal,"
                f" as a file of {other.record.id} is"
            )
            fix = "rename one of the two files, or give the record another id"
            expected = "names that stay apart"
            problems.append(Problem(file.place, found, Code.COLLISION, expected, fix))
    return problems


def _other_file(file: NamedFile, result: Fingerprint) -> Problem:
    return Problem(
        file.record.origin.place(f"/files/{file.number - 1}/sha256"),
        f"{shown(file.entry.path, 120)} is not the file that was recorded",
        Code.FILE_DIGEST,
        f"a file with the SHA-256 {file.entry.sha256}",
        f"put the recorded file back, or after checking it write sha256: {result.sha256}",
    )


def _needless(file: NamedFile) -> Problem:
    return Problem(
        file.record.origin.place(f"/files/{file.number - 1}/macros_allowed"),
        f"{shown(file.entry.path, 120)} is of no kind that can hold macros",
        Code.RULE,
        "macros_allowed only where the file ends in .docm, .xlsm, .xlsb or .pptm",
        "take the line macros_allowed out",
        is_notice=True,
    )


def _twice(file: NamedFile) -> Problem:
    return Problem(
        file.place,
        f"{shown(file.entry.path, 120)} is named twice in this record",
        Code.REPEATED,
        "each file once",
        "remove one of the two lines",
    )
